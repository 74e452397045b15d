import { formatWeekday } from '../i18n/format.ts';
import type { Translate } from '../i18n/translator.ts';
import type { Locale } from '../model/locale.ts';
import { weeklyHours } from '../model/opening-hours.ts';
import { dayRanges, isAlwaysOpen, type Opening, type WeeklyHours } from '../model/weekly-hours.ts';

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function openingText([opens, closes]: Opening): string {
  return `${clock(opens)}–${clock(closes)}`;
}

/** The hours of a place, ready to be shown. */
export interface ShownHours {
  /** One line for each range of days: "lundi – vendredi", "08:30–16:30". */
  lines: { days: string; times: string }[];
  always: boolean;
  /** For the script that says whether the place is open now; undefined when no week is ordinary. */
  week: WeeklyHours | undefined;
}

/**
 * Writes opening hours for a page.
 * @param osm - OpenStreetMap opening hours.
 * @param reader - Locale and interface.
 * @returns The lines of an ordinary week, Monday first; the text itself when no week is ordinary.
 */
export function shownHours(osm: string, { locale, t }: { locale: Locale; t: Translate }): ShownHours {
  const week = weeklyHours(osm);
  if (!week) return { lines: [{ days: '', times: osm }], always: false, week: undefined };
  const lines = dayRanges(week).map(({ from, to, openings }) => ({
    days: from === to ? formatWeekday(from, locale) : `${formatWeekday(from, locale)} – ${formatWeekday(to, locale)}`,
    times: openings.length > 0 ? openings.map(openingText).join(', ') : t('hours.closedDay'),
  }));
  return { lines, always: isAlwaysOpen(week), week };
}
