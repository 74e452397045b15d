import type { OffsetChange } from './model/office-time.ts';
import type { OfficeCalendar } from './model/opening-state.ts';

declare global {
  /** How Moroccan time differs from UTC, written into the script of the page when it is built. */
  const OFFICE_OFFSETS: readonly OffsetChange[];
  /** Holidays and Ramadan, from `src/content/calendar/`. */
  const OFFICE_CALENDAR: OfficeCalendar;
}
