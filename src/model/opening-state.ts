import type { CalendarYear } from './vocabulary.ts';
import { DAY_MINUTES, isAlwaysOpen, type Opening, type WeeklyHours } from './weekly-hours.ts';

/** First and last day, ISO 8601. */
export type Period = readonly [from: string, until: string];

/** Days on which offices keep other hours. */
export interface OfficeCalendar {
  /** Public holidays that are certain. */
  holidays: readonly Period[];
  /** Days around a religious holiday, whose date the moon decides. */
  unsure: readonly Period[];
  ramadan: readonly Period[];
}

/**
 * Gathers the years of the calendar.
 * @param years - Of `src/content/calendar/`.
 * @returns What the script of the page asks.
 */
export function officeCalendar(years: Iterable<CalendarYear>): OfficeCalendar {
  const all = [...years];
  const days = (isCertain: boolean) =>
    all.flatMap(({ holidays }) => holidays.filter(({ certain }) => certain === isCertain).map(({ from, until }): Period => [from, until]));
  return {
    holidays: days(true),
    unsure: days(false),
    ramadan: all.flatMap(({ ramadan }): Period[] => (ramadan ? [[ramadan.from, ramadan.until]] : [])),
  };
}

/** The hours of a place. */
export interface PlaceHours {
  week: WeeklyHours;
  /** Hours that the law sets for all administrations, not those of this very place. */
  isGeneralRule: boolean;
  /** Announced closures. */
  closures: readonly Period[];
}

/** What the clock of the offices shows. */
export interface OfficeTime {
  /** ISO 8601. */
  date: string;
  /** 0 is Monday. */
  day: number;
  /** After midnight. */
  minute: number;
}

/** The next opening. */
interface NextOpening {
  /** In how many days; 0 is today. */
  inDays: number;
  day: number;
  minute: number;
}

/** Whether a place is open, and what one should know next. */
export type OpeningState =
  | { state: 'open'; /** Minutes after midnight; undefined: day and night. */ until: number | undefined }
  | { state: 'closed'; reason: 'hours' | 'holiday' | 'closure'; next: NextOpening | undefined }
  | { state: 'unsure' };

/** Hours announced for administrations each Ramadan: 09:00 to 15:00 (seen from 2022 to 2025; decree 2-05-916 sets those of the year). */
const RAMADAN: Opening = [9 * 60, 15 * 60];
/** How far the next opening is looked for. */
const DAYS_AHEAD = 14;

const isWithin = (date: string, periods: readonly Period[]) => periods.some(([from, until]) => from <= date && date <= until);

function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MINUTES * 60_000).toISOString().slice(0, 10);
}

/** The openings of a day; undefined where nobody can say. */
function openingsOn(date: string, day: number, hours: PlaceHours, calendar: OfficeCalendar): readonly Opening[] | undefined {
  if (isWithin(date, hours.closures)) return [];
  const usual = hours.week[day] ?? [];
  if (usual.length === 0 || isAlwaysOpen(hours.week)) return usual;
  if (isWithin(date, calendar.unsure)) return undefined;
  // Whether a place that posts its own hours keeps them on a holiday is its own affair.
  if (isWithin(date, calendar.holidays)) return hours.isGeneralRule ? [] : undefined;
  return hours.isGeneralRule && isWithin(date, calendar.ramadan) ? [RAMADAN] : usual;
}

/**
 * Says whether a place is open.
 * @param hours - Of the place.
 * @param time - What the clock of the offices shows; see `officeClock`.
 * @param calendar - Holidays and Ramadan.
 * @returns Open and until when; closed, why and when it opens next; or unsure, where only asking helps.
 */
export function openingState(hours: PlaceHours, { date, day, minute }: OfficeTime, calendar: OfficeCalendar): OpeningState {
  const today = openingsOn(date, day, hours, calendar);
  if (!today) return { state: 'unsure' };
  const current = today.find(([opens, closes]) => opens <= minute && minute < closes);
  if (current) return { state: 'open', until: isAlwaysOpen(hours.week) ? undefined : current[1] };
  const isHoliday = today.length === 0 && (hours.week[day]?.length ?? 0) > 0;
  const reason = isWithin(date, hours.closures) ? 'closure' : isHoliday ? 'holiday' : 'hours';
  return { state: 'closed', reason, next: nextOpening(hours, { date, day, minute }, calendar) };
}

function nextOpening(hours: PlaceHours, { date, day, minute }: OfficeTime, calendar: OfficeCalendar): NextOpening | undefined {
  for (let inDays = 0; inDays <= DAYS_AHEAD; inDays += 1) {
    const weekday = (day + inDays) % 7;
    const openings = openingsOn(dateAfter(date, inDays), weekday, hours, calendar);
    // Beyond a day of which nobody can say whether it is open, a promise would be a guess.
    if (!openings) return undefined;
    const next = openings.find(([opens]) => inDays > 0 || opens > minute);
    if (next) return { inDays, day: weekday, minute: next[0] };
  }
  return undefined;
}
