import type { Content } from '../model/content.ts';
import { type Locale, LOCALES } from '../model/locale.ts';
import { replaceTokens } from '../model/token.ts';
import { withoutMarks } from '../model/term-mark.ts';
import { sectionsOf } from '../model/freshness.ts';
import type { SearchEntry } from './engine.ts';
import { isFiller } from './fillers.ts';
import { wordsOf } from './words.ts';

const SENTENCE_END = /(?<=[.!?؟])\s/u;

/** What is searched needs no figures: a token leaves a gap. */
const plain = (text: string) =>
  replaceTokens(withoutMarks(text), () => '')
    .replace(/\s+/g, ' ')
    .trim();

const firstSentence = (text: string) => plain(text).split(SENTENCE_END)[0] ?? '';

/** The words of a page, each once, without those that say nothing and those that its names have. */
function pageWords(texts: Iterable<string>, names: readonly string[]): string {
  const named = new Set(names.flatMap((name) => wordsOf(name)));
  const words = [...texts].flatMap((text) => wordsOf(plain(text), Infinity));
  return [...new Set(words)].filter((word) => word.length > 2 && !named.has(word) && !isFiller(word)).join(' ');
}

const others = (locale: Locale) => LOCALES.filter((other) => other !== locale);

/** Each text once, and none that stands elsewhere already. */
const distinct = (texts: readonly string[], known: readonly string[]) => [...new Set(texts)].filter((text) => !known.includes(text));

/**
 * Lists everything that can be found.
 * @param content - All collections.
 * @param locale - The reader's.
 * @returns Procedures, offices, cells and outcomes of the questions. What is said in the other languages stands under
 *   `foreign`, so that a query in any of them finds the page and shows it in the reader's.
 */
export function searchEntries(content: Content, locale: Locale): SearchEntry[] {
  const procedures = [...content.procedures.values()].map(({ id, words }): SearchEntry => {
    const { title, summary, aliases } = words[locale].data;
    const foreign = others(locale).flatMap((other) => [words[other].data.title, ...words[other].data.aliases]);
    return {
      id: `procedures/${id}`,
      title: plain(title),
      summary: firstSentence(summary),
      aliases: distinct(aliases, [title]),
      foreign: distinct(foreign, [title, ...aliases]),
      text: pageWords(sectionsOf(words[locale]).values(), [title, summary, ...aliases]),
    };
  });
  const services = [...content.services].map(([id, { name, purpose, category, commune }]): SearchEntry => {
    const kind = content.categories.get(category)?.name[locale] ?? '';
    return {
      id: `services/${id}`,
      title: name[locale],
      summary: firstSentence(purpose[locale]),
      aliases: commune ? [`${kind} ${commune[locale]}`] : [kind],
      foreign: distinct(
        others(locale).map((other) => name[other]),
        [name[locale]],
      ),
      text: pageWords([purpose[locale]], [name[locale]]),
    };
  });
  const cells = [...content.cells].map(([id, { name, host, commune }]): SearchEntry => ({
    id: `cells/${id}`,
    title: name[locale],
    summary: host[locale],
    aliases: commune ? [commune[locale]] : [],
    foreign: distinct(
      others(locale).map((other) => name[other]),
      [name[locale]],
    ),
    text: '',
  }));
  const outcomes = [...content.orientation].flatMap(([id, node]): SearchEntry[] =>
    node.kind === 'outcome'
      ? [
          {
            id: `orientation/${id}`,
            title: node.title[locale],
            summary: firstSentence(node.first[locale]),
            aliases: [],
            foreign: [],
            text: '',
          },
        ]
      : [],
  );
  return [...procedures, ...services, ...cells, ...outcomes];
}
