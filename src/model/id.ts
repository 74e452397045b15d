import { z } from 'zod';

/** English kebab-case; stands in a URL and never changes once published. */
export const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Write the id in English kebab-case, for example national-identity-card.');

/** A day of the Gregorian calendar. Quoted in YAML, which reads a bare date as a moment in time. */
export const Day = z.iso.date("Write the day in quotes as year-month-day, for example '2026-10-12'.");

/** An address on the web, with its scheme. */
export const Url = z.url({ protocol: /^https?$/, error: 'Write the whole address, beginning with https:// or http://.' });
