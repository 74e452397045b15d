import { z } from 'zod';
import { Figure } from './figure.ts';
import { Day, Id, Url } from './id.ts';
import { LocalizedText } from './locale.ts';
import { LegalBasis } from './procedure.ts';
import { Sources } from './source.ts';

/** A subject under which procedures are gathered. */
export const Topic = z
  .strictObject({
    order: z.number().int().describe('Its place on the home page.'),
    icon: z.string().describe('The name of a pictogram of `src/components/icons.ts`.'),
    name: LocalizedText,
    summary: LocalizedText.describe('What one finds there: one sentence.'),
  })
  .meta({ id: 'Topic', title: 'Topic' });
export type Topic = z.infer<typeof Topic>;

/** A group of people for whom the portal is made. */
export const Audience = Topic.meta({ id: 'Audience', title: 'Audience' });
export type Audience = z.infer<typeof Audience>;

/** A kind of service. */
export const Category = z
  .strictObject({ order: z.number().int(), icon: z.string(), name: LocalizedText })
  .meta({ id: 'Category', title: 'Service category' });
export type Category = z.infer<typeof Category>;

/** Something about a person or a case that changes papers, fees or steps. */
export const Condition = z
  .strictObject({
    group: z
      .enum(['request', 'age', 'place', 'family', 'status', 'means', 'case'])
      .describe('Conditions of one group exclude each other: one may be chosen.'),
    order: z.number().int(),
    name: LocalizedText.describe('As a choice: "Lost or stolen".'),
  })
  .meta({ id: 'Condition', title: 'Condition' });
export type Condition = z.infer<typeof Condition>;

/** A province or prefecture of the region. */
export const Province = z
  .strictObject({
    order: z.number().int(),
    code: z.string().describe('HCP code: 02.411.'),
    name: LocalizedText,
    seat: LocalizedText.describe('The town where the governor sits.'),
  })
  .meta({ id: 'Province', title: 'Province' });
export type Province = z.infer<typeof Province>;

/** A dated announcement. */
export const Notice = z
  .strictObject({
    from: Day.describe('The first day on which it is shown.'),
    until: Day.describe('The last day on which it is shown.'),
    urgent: z.boolean().default(false),
    title: LocalizedText,
    text: LocalizedText,
    figures: z.record(Id, Figure).default({}).describe('The figures that the text names as {id}.'),
    link: z.strictObject({ procedure: Id.optional(), cell: Id.optional(), url: Url.optional() }).optional(),
    closes: z
      .array(z.string().regex(/^(cells|services)\/[a-z0-9-]+$/))
      .default([])
      .describe('Places that are closed from the first to the last day: cells/commune-nador.'),
    sources: Sources,
  })
  .meta({ id: 'Notice', title: 'Notice' });
export type Notice = z.infer<typeof Notice>;

/** A word that people meet at an office and may not know. */
export const GlossaryTerm = z
  .strictObject({
    name: LocalizedText.describe('The word as it is said; in other languages than its own, the word and what it means in brackets.'),
    meaning: LocalizedText.describe('One or two plain sentences, without figures.'),
    procedure: Id.optional().describe('The procedure that says more.'),
    sources: Sources,
  })
  .meta({ id: 'GlossaryTerm', title: 'Term of the glossary' });
export type GlossaryTerm = z.infer<typeof GlossaryTerm>;

/** What holds in every office, whatever the procedure. */
export const Rule = z
  .strictObject({
    text: LegalBasis.describe('The text that says so.'),
    statement: LocalizedText.describe('What it says: one or two sentences.'),
    say: LocalizedText.describe('What one can say at the counter.'),
    procedure: Id.describe('Where one complains.'),
    sources: Sources,
  })
  .meta({ id: 'Rule', title: 'Rule' });
export type Rule = z.infer<typeof Rule>;

const Period = { from: Day, until: Day.describe('The last day of it.'), source: Id.describe('Which of the `sources` states it.') };

/** Days of one year on which offices keep other hours. */
export const CalendarYear = z
  .strictObject({
    holidays: z.array(
      z.strictObject({
        ...Period,
        occasion: Id.describe('For editors: throne-day.'),
        certain: z.boolean().describe('false: computed, and may move by a day; the page then says to ask first.'),
      }),
    ),
    ramadan: z.strictObject(Period).optional().describe('Administrations open from 09:00 to 15:00.'),
    sources: Sources,
  })
  .meta({ id: 'CalendarYear', title: 'Calendar of a year' });
export type CalendarYear = z.infer<typeof CalendarYear>;
