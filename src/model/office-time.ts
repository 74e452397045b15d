/** Every office of the portal keeps Moroccan time, whatever the visitor's telephone says. */
const TIME_ZONE = 'Africa/Casablanca';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** From when on the clock of the offices is ahead of UTC, and by how much: both in minutes, the first since 1970. */
export type OffsetChange = readonly [since: number, offset: number];

let format: Intl.DateTimeFormat | undefined;

function offsetAt(moment: number): number {
  // Made when it is asked for: the script of the page only reads what the build has asked.
  format ??= new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, timeZoneName: 'longOffset' });
  const name = format.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
  return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
}

/**
 * Lists how Moroccan time differs from UTC: it has left and joined summer time for Ramadan, and its rule has changed. Made
 * with the time zone data of the build, because those of an old telephone do not know the last changes.
 * @param from - The first moment of which one may ask.
 * @param days - For how many days from then.
 * @returns The offset at `from`, then each change, in order, to the hour.
 */
export function officeOffsets(from: Date, days: number): OffsetChange[] {
  const start = Math.floor(from.getTime() / HOUR) * HOUR;
  const changes: OffsetChange[] = [[start / MINUTE, offsetAt(start)]];
  for (let day = start; day < start + days * DAY; day += DAY) {
    if (offsetAt(day) === offsetAt(day + DAY)) continue;
    const hour = Array.from({ length: 25 }, (_, index) => day + index * HOUR).find((moment) => offsetAt(moment) !== offsetAt(day)) ?? day;
    changes.push([hour / MINUTE, offsetAt(hour)]);
  }
  return changes;
}

/**
 * Tells what the clock of the offices shows.
 * @param now - A moment.
 * @param offsets - As `officeOffsets` lists them; before the first and after the last change, that one holds.
 * @returns Date, day (0 is Monday) and minutes after midnight.
 */
export function officeClock(now: Date, offsets: readonly OffsetChange[]): { date: string; day: number; minute: number } {
  const minutes = Math.floor(now.getTime() / MINUTE);
  const [, offset] = offsets.filter(([since]) => since <= minutes).pop() ?? offsets[0] ?? [0, 0];
  const local = minutes + offset;
  // 1 January 1970 was a Thursday.
  const date = new Date(local * MINUTE).toISOString().slice(0, 10);
  return { date, day: (Math.floor(local / 1440) + 3) % 7, minute: local % 1440 };
}
