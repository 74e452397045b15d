import { withoutMarks } from './term-mark.ts';
import type { ProcedureWords, WordsFile } from './words.ts';

/**
 * Cuts the words of a procedure into the sections that are translated and dated one by one.
 * @param file - Frontmatter and body of one language.
 * @returns The text of each section by its key: `title`, `summary`, `who`, `where`, `warning`, `practice`, `step-1` …, `remark-1` …,
 *   `pitfall-1` …, `note-<fact>` …, `body`. Aliases are no section: each language has its own. An empty body is left out.
 */
export function sectionsOf(file: WordsFile): ReadonlyMap<string, string> {
  const known = cut.get(file) ?? cutSections(file);
  cut.set(file, known);
  return known;
}

/** A page asks for some forty sections one by one, the check for all of them several times: a file is cut once. */
const cut = new WeakMap<WordsFile, ReadonlyMap<string, string>>();

function cutSections({ data, body }: WordsFile): ReadonlyMap<string, string> {
  const numbered = (key: string, texts: readonly string[]) => texts.map((text, index): [string, string] => [`${key}-${index + 1}`, text]);
  return new Map([
    ['title', data.title],
    ['summary', data.summary],
    ['who', data.who],
    ['where', data.where],
    ...(data.warning ? [['warning', data.warning] satisfies [string, string]] : []),
    ...(data.practice ? [['practice', data.practice] satisfies [string, string]] : []),
    ...numbered('step', data.steps),
    ...numbered('remark', data.goodToKnow),
    ...numbered('pitfall', data.pitfalls),
    ...Object.entries(data.notes).map(([id, text]): [string, string] => [`note-${id}`, text]),
    ...(body.trim() ? [['body', body] satisfies [string, string]] : []),
  ]);
}

/**
 * A short mark of a text, which changes when the text does.
 * @param text - Any text. Unicode form, white space and the marks of glossary terms do not count: they change nothing that is said.
 * @returns Eight hexadecimal digits.
 * @see FNV-1a, 32 bits (draft-eastlake-fnv): small, stable in every engine, and enough to notice an edit; not a signature.
 */
export function sectionHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(withoutMarks(text).normalize('NFC').replace(/\s+/g, ' ').trim())) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Whether a section of a translation says what the origin says. `stale`: the origin has changed since. */
export type Freshness = 'fresh' | 'stale';

/**
 * Compares a translation with the text it was made from, section by section.
 * @param translation - Which section was made from which hash.
 * @param origin - The words in the language of origin, as they are today.
 * @returns Every section of the origin, with its state. A section that was never stamped is stale.
 */
export function freshness(translation: Pick<ProcedureWords['translation'], 'madeFrom'>, origin: WordsFile): Map<string, Freshness> {
  return new Map(
    [...sectionsOf(origin)].map(([key, text]): [string, Freshness] => [
      key,
      translation.madeFrom[key] === sectionHash(text) ? 'fresh' : 'stale',
    ]),
  );
}

/**
 * Records that a translation says what the origin says today.
 * @param origin - The words in the language of origin.
 * @returns The hash of each of its sections, for `translation.madeFrom`.
 */
export function stamp(origin: WordsFile): Record<string, string> {
  return Object.fromEntries([...sectionsOf(origin)].map(([key, text]) => [key, sectionHash(text)]));
}
