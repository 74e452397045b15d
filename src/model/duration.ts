/** A delay, a deadline or a validity, in the units in which the text of law writes it. */
export interface Duration {
  years: number;
  months: number;
  weeks: number;
  days: number;
  hours: number;
}

const DURATION = /^P(?=.)(?:(?<years>\d+)Y)?(?:(?<months>\d+)M)?(?:(?<weeks>\d+)W)?(?:(?<days>\d+)D)?(?:T(?<hours>\d+)H)?$/;

/**
 * Reads a delay, a deadline or a validity of `facts.yaml`.
 * @param text - Whole years, months, weeks, days and hours: `P10Y`, `P3M`, `P1Y6M`, `PT48H`. No fraction, no sign.
 * @returns The units as written. `P12M` stays 12 months and `PT48H` 48 hours: a page repeats what the law says and
 *   converts nothing.
 * @throws {RangeError} When `text` has any other form. The message shows valid ones.
 * @see RFC 3339, appendix A: the grammar of which this is a part.
 */
export function parseDuration(text: string): Duration {
  const written = DURATION.exec(text)?.groups;
  if (!written) {
    throw new RangeError(`"${text}" is not a duration. Write P10Y for ten years, P3M for three months, PT48H for 48 hours.`);
  }
  const { years = 0, months = 0, weeks = 0, days = 0, hours = 0 } = written;
  return {
    years: Number(years),
    months: Number(months),
    weeks: Number(weeks),
    days: Number(days),
    hours: Number(hours),
  };
}

/**
 * Adds a duration to a day.
 * @param day - `YYYY-MM-DD`.
 * @param duration - Hours are left out: a day has none.
 * @returns The day on which the duration has passed, `YYYY-MM-DD`. A month too short for the day ends on its last day.
 */
export function addDuration(day: string, { years, months, weeks, days }: Duration): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const monthIndex = month - 1 + months + 12 * years;
  const lastOfMonth = new Date(Date.UTC(year, monthIndex + 1, 0)).getUTCDate();
  const end = new Date(Date.UTC(year, monthIndex, Math.min(date, lastOfMonth) + 7 * weeks + days));
  return end.toISOString().slice(0, 10);
}
