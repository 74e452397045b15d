import { z } from 'zod';
import { Day, Id, Url } from './id.ts';
import { LocalizedText } from './locale.ts';
import { Sources } from './source.ts';
import { Translation } from './words.ts';

const source = Id.describe('Which of the `sources` of the place states it.');

/** A point on the map. The box is Morocco with a margin: a swapped or mistyped coordinate falls outside it. */
export const Position = z
  .strictObject({
    lat: z.number().min(27, 'Morocco lies between 27 and 36.5 degrees north.').max(36.5, 'Morocco lies between 27 and 36.5 degrees north.'),
    lon: z
      .number()
      .min(-13.5, 'Morocco lies between -13.5 and -0.9 degrees east.')
      .max(-0.9, 'Morocco lies between -13.5 and -0.9 degrees east.'),
    precision: z.enum(['building', 'town']).describe('`town`: only the centre of the town is known; the page says so.'),
  })
  .meta({ id: 'Position', title: 'Position', description: 'Degrees, WGS 84.' });
export type Position = z.infer<typeof Position>;

/** A number that can be called. */
const Phone = z.strictObject({
  number: z.string().min(2).describe('With the country code: +212 5 36 12 34 56. Short numbers and 080 numbers as dialled.'),
  label: LocalizedText.optional().describe('Whose number it is, or when to call it.'),
  verify: z.boolean().default(false).describe('Old or seen once: shown as "to be verified".'),
  source,
});

/** When a place is open. */
export const Hours = z
  .strictObject({
    osm: z.string().min(1).describe('OpenStreetMap opening_hours syntax: Mo-Th 08:30-16:30; Fr 08:30-16:30.'),
    basis: z
      .enum(['posted', 'general-rule'])
      .describe(
        '`posted`: the hours of this very place. `general-rule`: what the law sets for administrations; shown as usual hours, never as its own.',
      ),
    source,
  })
  .meta({ id: 'Hours', title: 'Opening hours', description: 'In the time zone of the office, Africa/Casablanca.' });
export type Hours = z.infer<typeof Hours>;

const place = {
  name: LocalizedText,
  provinces: z.array(Id).min(1).describe('Files of `src/content/provinces/`. Several for a service found in each.'),
  commune: LocalizedText.nullable().describe('The town. null: several, or none.'),
  position: Position.nullable().describe('null: not found, or confidential.'),
  address: z
    .strictObject({
      text: LocalizedText,
      verify: z.boolean().default(false).describe('Old or seen once: shown as "to be verified".'),
      source,
    })
    .nullable()
    .describe('null: not found.'),
  phones: z.array(Phone).default([]),
  email: z.email().nullable().default(null),
  website: z.strictObject({ url: Url, source }).nullable().default(null),
  hours: Hours.nullable().describe('null: not known. The page says to call or ask a cell first.'),
  languages: z.array(z.string()).default([]).describe('Languages spoken at the desk, BCP 47. Empty: not known.'),
  audiences: z.array(Id).min(1),
  stepFree: z.boolean().nullable().default(null).describe('Whether one gets in without a step. null: not known.'),
  note: LocalizedText.optional().describe('What a visitor should know before going.'),
  sources: Sources,
  checked: Day.describe('The day on which the facts were last compared with their sources.'),
  translation: Translation.omit({ madeFrom: true }).describe('How the texts in the other languages were made.'),
};

/** An office or organisation a cell orients to. */
export const Service = z
  .strictObject({
    ...place,
    category: Id.describe('A file of `src/content/categories/`.'),
    purpose: LocalizedText.describe('What one goes there for.'),
    confidential: z.boolean().default(false).describe('A shelter, say: no address and no position anywhere in the output.'),
  })
  .meta({ id: 'Service', title: 'Service' });
export type Service = z.infer<typeof Service>;

/** A reception cell. */
export const Cell = z
  .strictObject({
    ...place,
    level: z.enum(['province', 'commune', 'seasonal']),
    status: z.enum(['confirmed', 'to-be-confirmed']).describe('`to-be-confirmed`: no source names it; never shown as open.'),
    opened: z
      .string()
      .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
      .optional()
      .describe('When it was opened, as far as it is known.'),
    season: z
      .strictObject({ from: z.string().regex(/^--\d{2}-\d{2}$/), to: z.string().regex(/^--\d{2}-\d{2}$/), source })
      .optional()
      .describe('First and last day of each year, for a seasonal cell: --06-05.'),
    host: LocalizedText.describe('Where it sits: the seat of the province, the town hall.'),
    channels: z
      .array(z.enum(['visit', 'phone', 'email', 'online']))
      .min(1)
      .describe('How it takes requests.'),
  })
  .meta({ id: 'Cell', title: 'Reception cell' });
export type Cell = z.infer<typeof Cell>;
