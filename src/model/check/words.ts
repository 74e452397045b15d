import type { DraftContent, DraftProcedure } from '../content.ts';
import { sectionsOf } from '../freshness.ts';
import { LOCALES, LocalizedText, type Locale } from '../locale.ts';
import type { Problem } from '../problem.ts';
import { termsIn, withoutMarks } from '../term-mark.ts';
import { namedFacts, replaceTokens, tokensIn } from '../token.ts';
import type { WordsFile } from '../words.ts';
import { spelledNumber } from './number-words.ts';
import { checkTifinagh } from './tifinagh.ts';

/** Digits of every script: Western, Arabic-Indic, and the rest of Unicode's decimal digits. */
const DIGIT = /\p{Nd}/u;

/** What a text says itself: no tokens, no marks, and no address of a link, since /procedures/x1/ is no figure. */
function bareWords(text: string): string {
  return withoutMarks(replaceTokens(text, () => '')).replace(/\]\([^)]*\)/g, ']');
}

/** Where a figure stands in a text, in digits or in letters. */
function figureAt(bare: string, locale: Locale): number {
  const digit = bare.search(DIGIT);
  return digit === -1 ? (spelledNumber(bare, locale)?.at ?? -1) : digit;
}

/**
 * Checks that a text holds no figure of its own and names only facts that exist.
 * @param where - File and field.
 * @param text - Words with tokens.
 * @param locale - The language of the text.
 * @param known - The ids a token may name.
 * @returns The problems found.
 */
function checkFigures(where: string, text: string, locale: Locale, known: ReadonlySet<string>): Problem[] {
  const unknown = tokensIn(text)
    .filter((id) => !known.has(id))
    .map((id) => ({
      where,
      what: `{${id}} names no fact. The facts here are ${[...known].join(', ') || 'none'}.`,
      mend: 'Write one of these, or add the fact, with its source, to facts.yaml.',
    }));
  const bare = bareWords(text);
  const at = figureAt(bare, locale);
  if (at === -1) return unknown;
  return [
    ...unknown,
    {
      where,
      what: `A figure stands in the words: "${excerpt(bare, at)}".`,
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

/** A mark that is not written right would be printed with its brackets; a title is shown where nothing can be tapped. */
function checkMarks(where: string, key: string, text: string): Problem[] {
  if (/\[\[|\]\]/.test(withoutMarks(text)))
    return [{ where, what: 'A mark of the glossary is not written right.', mend: 'Write [[id]] or [[id|the words of this sentence]].' }];
  if (key === 'title' && termsIn(text).length > 0)
    return [{ where, what: 'A title cannot hold a mark of the glossary.', mend: 'Mark the term in the summary.' }];
  return [];
}

function checkLocale(procedure: DraftProcedure, locale: Locale, words: WordsFile): Problem[] {
  const file = `src/content/procedures/${procedure.id}/${locale}.md`;
  const known = new Set(namedFacts(procedure.facts).keys());
  const sections = [...sectionsOf(words)];
  return [
    ...sections.flatMap(([key, text]) => checkFigures(`${file} › ${key}`, text, locale, known)),
    ...sections.flatMap(([key, text]) => checkMarks(`${file} › ${key}`, key, text)),
    ...checkSameTokens(file, procedure, words),
    ...checkCounts(file, procedure, words),
    ...(locale === 'zgh' ? sections.flatMap(([key, text]) => checkTifinagh(`${file} › ${key}`, bareWords(text))) : []),
  ];
}

/** A section says the same in every language: the same facts, however often and in whatever order. */
function checkSameTokens(file: string, procedure: DraftProcedure, words: WordsFile): Problem[] {
  const origin = procedure.words[words.data.translation.origin];
  if (!origin || origin === words) return [];
  // A token that names no fact is reported as such.
  const known = namedFacts(procedure.facts);
  const named = (section: string | undefined) => new Set(tokensIn(section ?? '').filter((id) => known.has(id)));
  const sections = sectionsOf(words);
  return [...sectionsOf(origin)].flatMap(([key, text]) => {
    const [here, there] = [named(sections.get(key)), named(text)];
    // A section that is missing altogether is reported as such.
    if (!sections.has(key)) return [];
    const tell = (ids: string[], what: string, mend: string) =>
      ids.map((id) => ({ where: `${file} › ${key}`, what: what.replace('%', `{${id}}`), mend }));
    return [
      ...tell(
        [...there].filter((id) => !here.has(id)),
        'The language of origin names % here, this one does not.',
        'Say the same fact.',
      ),
      ...tell(
        [...here].filter((id) => !there.has(id)),
        'This section names %, the language of origin does not.',
        'Take it away, or name it in both.',
      ),
    ];
  });
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

/** What practice is reported to be needs a source, and the source needs its words. */
function checkPractice(procedure: DraftProcedure, locale: Locale, { data }: WordsFile): Problem[] {
  const where = `src/content/procedures/${procedure.id}/${locale}.md › practice`;
  const isReported = procedure.facts.fixedList?.differs !== undefined;
  if (isReported === (data.practice !== undefined)) return [];
  return isReported
    ? [{ where, what: 'A source reports that practice differs, and no words say how.', mend: 'Say what offices are reported to ask for.' }]
    : [{ where, what: 'No source reports it.', mend: 'Name the source in fixedList.differs of facts.yaml, or take the text away.' }];
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
      if (words) return [checkLocale, checkNotes, checkPractice].flatMap((check) => check(procedure, locale, words));
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
  'orientation',
  'glossary',
  'rules',
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
      ...(mayHoldDigits ? [] : checkFigures(`${where}.${locale}`, text[locale], locale, known)),
      ...(locale === 'zgh' ? checkTifinagh(`${where}.zgh`, bareWords(text.zgh)) : []),
    ]),
  );
}
