import { z } from 'zod';
import { parseDuration } from './duration.ts';
import { Figure } from './figure.ts';
import { Day, Id, Url } from './id.ts';
import { LocalizedText } from './locale.ts';
import { Sources } from './source.ts';

const source = Id.describe('Which of the `sources` of the procedure states it.');
const when = z.array(Id).default([]).describe('The conditions that must all hold. Empty: always.');

/** A duration in the form that `parseDuration` reads. */
const IsoDuration = z.string().superRefine((text, context) => {
  try {
    parseDuration(text);
  } catch (error) {
    if (error instanceof RangeError) context.addIssue({ code: 'custom', message: error.message });
    else throw error;
  }
});

/** What one person pays. */
export const Fee = z
  .strictObject({
    // strict: a misspelt key is an error
    id: Id.describe('Names the fee: the words print its amount as {id}, and `notes.<id>` says what it is for.'),
    amount: z
      .union([z.number().nonnegative(), z.tuple([z.number().nonnegative(), z.number().nonnegative()])])
      .describe('In dirhams or euros, not centimes; the lowest and highest where the office asks between two. 0 says that it is free.'),
    currency: z.enum(['MAD', 'EUR']).describe('The currency the office asks for.'),
    kind: z.enum(['fee', 'fine']).default('fee').describe('A fine is shown apart: it is no price.'),
    when,
    source,
  })
  .meta({ id: 'Fee', title: 'Fee', description: 'What one person pays for one procedure.' });
export type Fee = z.infer<typeof Fee>;

/** A delay, a deadline or a validity. */
export const Term = z
  .strictObject({
    id: Id.describe('Names the duration: the words print it as {id}, and `notes.<id>` says what it is for.'),
    duration: IsoDuration.describe('P10Y, P3M, P15D, PT48H.'),
    limit: z.enum(['exactly', 'at-most', 'at-least']).default('exactly').describe('Whether it may be shorter or longer.'),
    when,
    source,
  })
  .meta({ id: 'Term', title: 'Term', description: 'A length of time that a text or an office sets.' });
export type Term = z.infer<typeof Term>;

/** A paper that the office asks for. */
export const PaperNeed = z
  .strictObject({
    id: Id.optional().describe('Only where one paper is asked for twice in different ways. Otherwise the id of the paper.'),
    paper: Id.describe('A file of `src/content/papers/`.'),
    copies: z.number().int().min(0).default(0).describe('How many copies besides the document shown. 0: none, or not said.'),
    form: z.enum(['original', 'copy', 'certified-copy', 'original-and-copy']).describe('What is handed over or shown.'),
    when,
    validity: IsoDuration.optional().describe('How old it may be at most.'),
    source,
  })
  .meta({ id: 'PaperNeed', title: 'Paper to bring', description: 'One line of the list of papers.' });
export type PaperNeed = z.infer<typeof PaperNeed>;

/** A text of law on which the procedure rests. */
export const LegalBasis = z
  .strictObject({
    kind: z.enum(['constitution', 'law', 'dahir', 'decree', 'order', 'circular', 'code', 'convention', 'agreement']),
    number: z.string().optional().describe('As the text bears it: 04-20, 2-09-607.'),
    date: z
      .string()
      .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
      .optional()
      .describe('Of the text: 2020, 2020-08, 2020-08-08.'),
    articles: z.string().optional().describe('The articles that matter, as numbers: 5, 6, 13-15.'),
    name: LocalizedText.optional().describe('What it is called, where the number says too little: family code.'),
    source,
  })
  .meta({ id: 'LegalBasis', title: 'Legal basis', description: 'Printed in the order in which it stands.' });
export type LegalBasis = z.infer<typeof LegalBasis>;

/** A list of papers that a text fixes: the office may not ask for others. */
const FixedList = z
  .strictObject({
    text: LegalBasis.describe('The text that fixes the list.'),
    differs: Id.optional().describe(
      'The source that reports that offices ask for more, less or something else. `practice` in the words says what.',
    ),
  })
  .meta({ id: 'FixedList', title: 'List of papers fixed by a text' });

/** When the facts were last compared with their sources, and by whom they were confirmed. */
export const Review = z.strictObject({
  checked: Day.describe('The day on which the facts were last compared with their sources.'),
  every: IsoDuration.describe('After how long they must be compared again.'),
  validated: z
    .strictObject({ by: z.string().min(1).describe('The role, never a name: "cell of Nador".'), on: Day })
    .nullable()
    .describe('Which cell has confirmed the page. null: none yet.'),
});

export type Review = z.infer<typeof Review>;

/** `facts.yaml`: everything about a procedure that has no language. */
export const ProcedureFacts = z
  .strictObject({
    audiences: z.array(Id).min(1).describe('Whom it is for: files of `src/content/audiences/`.'),
    topic: Id.describe('A file of `src/content/topics/`.'),
    conditions: z.array(Id).default([]).describe('What the visitor can tick to shorten the lists, in the order shown.'),
    where: z
      .strictObject({
        categories: z.array(Id).default([]).describe('Service categories that handle it.'),
        services: z.array(Id).default([]).describe('Offices worth naming, files of `src/content/services/`.'),
      })
      .default({ categories: [], services: [] }),
    online: z
      .array(z.strictObject({ url: Url, source }))
      .default([])
      .describe('Where it can be done or followed online; `notes.online-1` … says what for.'),
    steps: z.array(z.strictObject({ when })).min(1).describe('One entry a step, in order; the words are in `steps` of each language.'),
    papers: z.array(PaperNeed).default([]),
    fixedList: FixedList.optional().describe('Only where a law, decree, order, circular or code fixes the list of papers.'),
    fees: z.array(Fee).default([]),
    delay: z.array(Term).default([]).describe('How long the office takes.'),
    deadline: z.array(Term).default([]).describe('How long the person has. Each needs words in `notes`.'),
    validity: z.array(Term).default([]).describe('How long the result is valid.'),
    calls: z
      .array(Id)
      .default([])
      .describe('Phones to be called at once, ids of `figures`: big buttons on top. Each needs words in `notes`.'),
    figures: z.record(Id, Figure).default({}).describe('Every other figure that the words name.'),
    legalBasis: z.array(LegalBasis).default([]),
    sources: Sources,
    related: z.array(Id).default([]).describe('Other procedures that a person may need next.'),
    sensitive: z.boolean().default(false).describe('Shows the quick exit, and the title of the page names only the topic.'),
    review: Review,
  })
  .meta({ id: 'ProcedureFacts', title: 'Facts of a procedure' });
export type ProcedureFacts = z.infer<typeof ProcedureFacts>;
