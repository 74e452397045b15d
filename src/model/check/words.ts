import type { DraftContent, DraftProcedure } from '../content.ts';
import { sectionsOf } from '../freshness.ts';
import { LOCALES, LocalizedText, type Locale } from '../locale.ts';
import type { Problem } from '../problem.ts';
import { namedFacts, replaceTokens, tokensIn } from '../token.ts';
import type { WordsFile } from '../words.ts';
import { checkTifinagh } from './tifinagh.ts';

/** Digits of every script: Western, Arabic-Indic, and the rest of Unicode's decimal digits. */
const DIGIT = /\p{Nd}/u;

/**
 * Checks that a text holds no figure of its own and names only facts that exist.
 * @param where - File and field.
 * @param text - Words with tokens.
 * @param known - The ids a token may name.
 * @returns The problems found.
 */
function checkFigures(where: string, text: string, known: ReadonlySet<string>): Problem[] {
  const unknown = tokensIn(text)
    .filter((id) => !known.has(id))
    .map((id) => ({
      where,
      what: `{${id}} names no fact. The facts here are ${[...known].join(', ') || 'none'}.`,
      mend: 'Write one of these, or add the fact, with its source, to facts.yaml.',
    }));
  // A link's address is no word: /procedures/x1/ would not be read as a figure.
  const bare = replaceTokens(text, () => '').replace(/\]\([^)]*\)/g, ']');
  if (!DIGIT.test(bare)) return unknown;
  return [
    ...unknown,
    {
      where,
      what: `A figure stands in the words: "${excerpt(bare, bare.search(DIGIT))}".`,
      mend: 'Write it once in facts.yaml, with its source, and name it here: {late-fine}. Law numbers are facts too (unit: reference).',
    },
  ];
}

function excerpt(text: string, at: number): string {
  return text
    .slice(Math.max(0, at - 25), at + 25)
    .replace(/\s+/g, ' ')
    .trim();
}

function checkLocale(procedure: DraftProcedure, locale: Locale, words: WordsFile): Problem[] {
  const file = `src/content/procedures/${procedure.id}/${locale}.md`;
  const known = new Set(namedFacts(procedure.facts).keys());
  const sections = [...sectionsOf(words)];
  return [
    ...sections.flatMap(([key, text]) => checkFigures(`${file} › ${key}`, text, known)),
    ...checkCounts(file, procedure, words),
    ...(locale === 'zgh'
      ? sections.flatMap(([key, text]) =>
          checkTifinagh(
            `${file} › ${key}`,
            replaceTokens(text, () => ''),
          ),
        )
      : []),
  ];
}

/** Lists that run side by side: as many texts as facts, as many in each language as in French. */
function checkCounts(file: string, procedure: DraftProcedure, words: WordsFile): Problem[] {
  const origin = procedure.words[words.data.translation.origin];
  const wanted: [string, number, number][] = [
    ['steps', words.data.steps.length, procedure.facts.steps.length],
    ...(origin
      ? ([
          ['goodToKnow', words.data.goodToKnow.length, origin.data.goodToKnow.length],
          ['pitfalls', words.data.pitfalls.length, origin.data.pitfalls.length],
        ] satisfies [string, number, number][])
      : []),
  ];
  const counts = wanted
    .filter(([, found, expected]) => found !== expected)
    .map(([field, found, expected]) => ({
      where: `${file} › ${field}`,
      what: `There are ${found} where there must be ${expected}.`,
      mend:
        field === 'steps' ? 'Write one text for each entry of steps in facts.yaml.' : 'Write one text for each of the language of origin.',
    }));
  const missing = origin ? [...sectionsOf(origin).keys()].filter((key) => !sectionsOf(words).has(key)) : [];
  return [
    ...counts,
    ...missing
      .filter((key) => !/^(step|remark|pitfall)-/.test(key))
      .map((key) => ({
        where: `${file} › ${key}`,
        what: 'The language of origin has this section, this one does not.',
        mend: 'Translate it.',
      })),
  ];
}

/** A note must say something about a fact that exists, and a deadline is nothing without its words. */
function checkNotes(procedure: DraftProcedure, locale: Locale, { data }: WordsFile): Problem[] {
  const { facts } = procedure;
  const where = `src/content/procedures/${procedure.id}/${locale}.md › notes`;
  const notable = new Set([
    ...namedFacts(facts).keys(),
    ...facts.papers.map(({ id, paper }) => id ?? paper),
    ...facts.online.map((_, index) => `online-${index + 1}`),
  ]);
  return [
    ...Object.keys(data.notes)
      .filter((id) => !notable.has(id))
      .map((id) => ({ where: `${where}.${id}`, what: `There is no fact "${id}".`, mend: `Name one of ${[...notable].join(', ')}.` })),
    ...facts.deadline
      .filter(({ id }) => !data.notes[id])
      .map(({ id }) => ({ where: `${where}.${id}`, what: 'This deadline has no words.', mend: 'Say what must be done within it.' })),
    ...facts.calls
      .filter((id) => !data.notes[id])
      .map((id) => ({ where: `${where}.${id}`, what: 'This call has no words.', mend: 'Say whom one reaches.' })),
  ];
}

/**
 * Checks the words of every procedure in every language.
 * @param content - All collections.
 * @returns Missing languages, figures outside tokens, unknown tokens, lists of unequal length, Amazigh that is not Amazigh.
 */
export function checkWords(content: DraftContent): Problem[] {
  return [...content.procedures.values()].flatMap((procedure) =>
    LOCALES.flatMap((locale) => {
      const words = procedure.words[locale];
      if (words) return [...checkLocale(procedure, locale, words), ...checkNotes(procedure, locale, words)];
      const where = `src/content/procedures/${procedure.id}/${locale}.md`;
      return [
        { where, what: 'This language is missing.', mend: 'Add the file: a procedure is published in all five languages or not at all.' },
      ];
    }),
  );
}

/** A text of a YAML file that a visitor reads, and what it may hold. */
interface YamlText {
  where: string;
  text: LocalizedText;
  /** Names and addresses of places may hold digits: "annexe 4". */
  mayHoldDigits: boolean;
  known: ReadonlySet<string>;
}

const YAML_COLLECTIONS = [
  'topics',
  'audiences',
  'categories',
  'conditions',
  'provinces',
  'papers',
  'services',
  'cells',
  'notices',
] as const;

/** Finds every text in five languages, however deep it stands in the entry. */
function textsIn(where: string, value: unknown, rest: Omit<YamlText, 'where' | 'text'>): YamlText[] {
  if (typeof value !== 'object' || value === null) return [];
  const text = LocalizedText.safeParse(value);
  if (text.success) return [{ where, text: text.data, ...rest }];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(`${where}.${key}`, inner, rest));
}

function yamlTexts(content: DraftContent): YamlText[] {
  return YAML_COLLECTIONS.flatMap((collection) =>
    [...content[collection]].flatMap(([id, entry]) => {
      const isPlace = collection === 'services' || collection === 'cells';
      const known = new Set('figures' in entry ? Object.keys(entry.figures) : []);
      return Object.entries(entry).flatMap(([field, value]) => {
        const mayHoldDigits = isPlace && (field === 'name' || field === 'address');
        return textsIn(`src/content/${collection}/${id}.yaml › ${field}`, value, { mayHoldDigits, known });
      });
    }),
  );
}

/**
 * Checks the texts of the YAML files: places, papers, vocabularies, notices.
 * @param content - All collections.
 * @returns Figures outside tokens and Amazigh that is not Amazigh.
 */
export function checkTexts(content: DraftContent): Problem[] {
  return yamlTexts(content).flatMap(({ where, text, mayHoldDigits, known }) =>
    LOCALES.flatMap((locale) => [
      ...(mayHoldDigits ? [] : checkFigures(`${where}.${locale}`, text[locale], known)),
      ...(locale === 'zgh'
        ? checkTifinagh(
            `${where}.zgh`,
            replaceTokens(text.zgh, () => ''),
          )
        : []),
    ]),
  );
}
