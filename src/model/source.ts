import { z } from 'zod';
import { Day, Id, Url } from './id.ts';

/** Where a fact was read. */
export const Source = z
  .strictObject({
    id: Id.describe('Named by the facts that it supports.'),
    title: z.string().min(1).describe('The title of the page or text, in its own language.'),
    publisher: z.string().min(1).describe('Who published it.'),
    url: Url.describe('Where it can be read.'),
    published: z
      .string()
      .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'Write the year, the month or the day of publication: 2024, 2024-01, 2024-01-15.')
      .optional()
      .describe('When it was published, as far as it is known.'),
    consulted: Day.describe('The day on which we read it. A source without that day is not published.'),
  })
  .meta({ id: 'Source', title: 'Source', description: 'A page or a text that supports facts.' });
export type Source = z.infer<typeof Source>;

/** The sources of a procedure or a place; a fact names one by its id. */
export const Sources = z.array(Source).min(1, 'At least one source: a fact without a source is not published.');
