import OpeningHours from 'opening_hours';
import { DAY_MINUTES, type Opening, type WeeklyHours } from './weekly-hours.ts';

/** A Monday without meaning of its own: the week on which the rule is read. */
const REFERENCE_MONDAY = { year: 2024, month: 0, day: 8 };

/** Most places share a few rules, and each is checked once and shown in six views: a rule is read once. */
const read = new Map<string, WeeklyHours | undefined>();

/**
 * Reads an ordinary week out of OpenStreetMap opening hours.
 * @param osm - For example `Mo-Th 08:30-16:30; Fr 08:30-12:00,14:00-16:30`. Without public holidays: no country is given.
 * @returns Seven days, Monday first; undefined when the rule differs from week to week, so that no week is ordinary.
 * @throws {Error} When the text does not parse.
 * @see https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
 */
export function weeklyHours(osm: string): WeeklyHours | undefined {
  if (!read.has(osm)) read.set(osm, readWeek(osm));
  return read.get(osm);
}

function readWeek(osm: string): WeeklyHours | undefined {
  const hours = new OpeningHours(osm, null);
  if (!hours.isWeekStable()) return undefined;
  const { year, month, day } = REFERENCE_MONDAY;
  return Array.from({ length: 7 }, (_, index) => {
    const midnight = new Date(year, month, day + index);
    const next = new Date(year, month, day + index + 1);
    return hours
      .getOpenIntervals(midnight, next)
      .map(([opens, closes]): Opening => [minutesBetween(midnight, opens), Math.min(minutesBetween(midnight, closes), DAY_MINUTES)]);
  });
}

function minutesBetween(from: Date, to: Date): number {
  return Math.round((to.getTime() - from.getTime()) / 60_000);
}
