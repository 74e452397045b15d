import { z } from 'zod';
import { Day, Id } from './id.ts';
import { Locale } from './locale.ts';

const text = z.string().trim().min(1);

/** How a text came to be, and from which state of the text it was made. */
export const Translation = z
  .strictObject({
    origin: Locale.describe('The language in which it was first written: fr, unless it says otherwise.'),
    madeFrom: z
      .record(z.string(), z.string().regex(/^[0-9a-f]{8}$/))
      .default({})
      .describe('For each section the hash of the origin that it was made from. Written by `npm run translations -- --stamp`.'),
    method: z.enum(['human', 'machine']),
    reviewed: z
      .strictObject({ by: z.string().min(1).describe('The role, never a name.'), on: Day })
      .nullable()
      .describe('null: no person has read it yet, and the page says so.'),
  })
  .meta({ id: 'Translation', title: 'Translation' });
export type Translation = z.infer<typeof Translation>;

/** The frontmatter of `<locale>.md`: what a procedure says in one language. No figure stands in it but as {id}. */
export const ProcedureWords = z
  .strictObject({
    title: text.describe('The name of the procedure as people say it, at most eight words.'),
    summary: text.describe('What it is and why one needs it: two sentences.'),
    who: text.describe('Who may ask for it.'),
    where: text.describe('Which office, in Morocco and abroad.'),
    warning: text.optional().describe('What costs people most, shown on top.'),
    practice: text.optional().describe('What offices are reported to ask for beyond the text: where `fixedList.differs` names a source.'),
    aliases: z.array(text).min(3).max(20).describe('What people really type: other names, dialect, misspellings, Latin-script Arabic.'),
    steps: z.array(text).min(1).describe('One an entry of `steps` in facts.yaml.'),
    notes: z.record(Id, text).default({}).describe('A short remark on one fact, by its id: fee, term, paper, online-1.'),
    goodToKnow: z.array(text).default([]).describe('Rights, tips and exceptions.'),
    pitfalls: z.array(text).default([]).describe('What goes wrong, and how to avoid it.'),
    translation: Translation,
    audio: z
      .string()
      .regex(/^\/audio\/[\w-]+\.(mp3|ogg|m4a)$/)
      .optional()
      .describe('A recording in public/audio.'),
  })
  .meta({ id: 'ProcedureWords', title: 'Words of a procedure' });
export type ProcedureWords = z.infer<typeof ProcedureWords>;

/** The words of one language with the Markdown below the frontmatter. */
export interface WordsFile {
  data: ProcedureWords;
  /** Markdown; may be empty. Second-level headings: it stands below the title of the page. */
  body: string;
}
