import type { DraftContent, DraftProcedure } from '../content.ts';
import { sectionsOf } from '../freshness.ts';
import { LOCALES, type Locale } from '../locale.ts';
import type { Problem } from '../problem.ts';
import type { SettledName } from '../settled-name.ts';
import { withoutMarks } from '../term-mark.ts';
import { replaceTokens } from '../token.ts';
import type { WordsFile } from '../words.ts';

/** Longest sentence that is still easy to read under stress: see docs/content-guide.md, "How to write". */
const MOST_WORDS = 20;

/** A token is printed as a figure with its unit: one word to the eye. */
const FIGURE = '0';

/**
 * The longest sentence of a text.
 * @param text - Words, or Markdown.
 * @returns The sentence, and how many words it has; a fact counts as one.
 */
function longestSentence(text: string): { sentence: string; words: number } {
  const plain = withoutMarks(replaceTokens(text, () => FIGURE)).replace(/\]\([^)]*\)/g, ']');
  const sentences = plain.split(/(?<=[.!?؟…:;؛])[\s»”)]+|\n+/u);
  return sentences
    .map((sentence) => ({ sentence: sentence.trim(), words: sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length }))
    .reduce((one, other) => (other.words > one.words ? other : one), { sentence: '', words: 0 });
}

function adviseOnLength(procedure: DraftProcedure, locale: Locale, words: WordsFile): Problem[] {
  return [...sectionsOf(words)].flatMap(([key, text]) => {
    const { sentence, words: count } = longestSentence(text);
    if (count <= MOST_WORDS) return [];
    return [
      {
        where: `src/content/procedures/${procedure.id}/${locale}.md › ${key}`,
        what: `A sentence has ${count} words: "${sentence.slice(0, 60)}…".`,
        mend: `Cut it in two: at most ${MOST_WORDS} words.`,
      },
    ];
  });
}

/** Letters only: neither capitals, nor the vowel marks and the stretching of Arabic, nor the kind of apostrophe. */
function plain(text: string): string {
  return withoutMarks(text)
    .toLowerCase()
    .replace(/[\u064B-\u0652\u0640]/g, '')
    .replace(/['’]/g, '’');
}

/** A name begins a word; Arabic and Amazigh ones may carry what stands before them, and all may carry an ending. */
const isNamed = (text: string, forms: readonly string[]) =>
  forms.some((form) => new RegExp(`(?<!\\p{Script=Latin})${RegExp.escape(plain(form))}`, 'u').test(plain(text)));

function adviseOnNames(procedure: DraftProcedure, locale: Locale, words: WordsFile, names: readonly SettledName[]): Problem[] {
  const origin = procedure.words.fr;
  if (!origin || locale === 'fr') return [];
  const sections = sectionsOf(words);
  return [...sectionsOf(origin)].flatMap(([key, french]) => {
    const text = sections.get(key);
    if (text === undefined) return [];
    return names
      .filter((name) => isNamed(french, name.fr) && !isNamed(text, name[locale]))
      .map(({ fr: [settled = ''], [locale]: forms }) => ({
        where: `src/content/procedures/${procedure.id}/${locale}.md › ${key}`,
        what: `« ${settled} » is not called by a settled name here.`,
        mend: `Write ${forms.map((form) => `"${form}"`).join(' or ')}, or add the form to docs/glossary.yaml.`,
      }));
  });
}

/**
 * Finds what could be better said, and does not keep a page from being published.
 * @param content - All collections.
 * @param names - What administrations, papers and statuses are called.
 * @returns Sentences that are too long, and names translated otherwise than settled.
 */
export function adviceOn(content: DraftContent, names: readonly SettledName[]): Problem[] {
  return [...content.procedures.values()].flatMap((procedure) =>
    LOCALES.flatMap((locale) => {
      const words = procedure.words[locale];
      return words ? [...adviseOnLength(procedure, locale, words), ...adviseOnNames(procedure, locale, words, names)] : [];
    }),
  );
}
