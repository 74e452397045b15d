/** When a place opens and closes on one day: minutes after midnight, in the time zone of the office. */
export type Opening = readonly [opens: number, closes: number];

/** Opening times of an ordinary week: one list a day, Monday first. A closed day has none. */
export type WeeklyHours = readonly (readonly Opening[])[];

export const DAY_MINUTES = 24 * 60;

/**
 * Whether a place is open round the clock.
 * @param week - Of an ordinary week.
 * @returns True when no minute is closed.
 */
export function isAlwaysOpen(week: WeeklyHours): boolean {
  return week.every((openings) => openings.some(([opens, closes]) => opens === 0 && closes === DAY_MINUTES));
}

/**
 * Writes a week into an attribute of a page.
 * @param week - Monday first.
 * @returns Days apart by `;`, openings by `,`: `510-990;510-720,840-990;;;;;`.
 */
export function writeWeek(week: WeeklyHours): string {
  return week.map((openings) => openings.map((opening) => opening.join('-')).join(',')).join(';');
}

/**
 * Reads what `writeWeek` has written.
 * @param text - The attribute; an empty one is a week without openings.
 * @returns Seven days, Monday first.
 */
export function readWeek(text: string): WeeklyHours {
  return text.split(';').map((day) =>
    day.split(',').flatMap((opening): Opening[] => {
      const [opens, closes] = opening.split('-').map(Number);
      return opens === undefined || closes === undefined ? [] : [[opens, closes]];
    }),
  );
}

/** Days with the same openings, one after the other. */
export interface DayRange {
  /** 0 is Monday. */
  from: number;
  to: number;
  openings: readonly Opening[];
}

/**
 * Gathers neighbouring days that have the same hours, as a notice on a door does.
 * @param week - Monday first.
 * @returns The ranges in the order of the week; closed days included, with no openings.
 */
export function dayRanges(week: WeeklyHours): DayRange[] {
  return week.reduce<DayRange[]>((ranges, openings, day) => {
    const last = ranges[ranges.length - 1];
    if (last && String(last.openings) === String(openings)) return [...ranges.slice(0, -1), { ...last, to: day }];
    return [...ranges, { from: day, to: day, openings }];
  }, []);
}
