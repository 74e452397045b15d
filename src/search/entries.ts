import type { Content } from '../model/content.ts';
import { type Locale, LOCALES } from '../model/locale.ts';
import { replaceTokens } from '../model/token.ts';
import { withoutMarks } from '../model/term-mark.ts';
import { sectionsOf } from '../model/freshness.ts';
import type { Facets, SearchEntry } from './word-index.ts';
import { isFiller } from './fillers.ts';
import { formsOf, wordsOf } from './words.ts';

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

const stemsOf = (name: string) =>
  wordsOf(name)
    .filter((word) => !isFiller(word))
    .map((word) => formsOf(word).stem);

/** The names that say something which no name before them says: the others find nothing more, and weigh. */
function distinct(names: readonly string[], known: readonly string[]): string[] {
  const said = known.map(stemsOf);
  return names.filter((name) => {
    const stems = stemsOf(name);
    if (said.some((other) => stems.every((stem) => other.includes(stem)))) return false;
    said.push(stems);
    return true;
  });
}

/** What an outcome, an office or a page has of the procedures that it is about. */
function facetsOf(content: Content, ids: readonly string[]): Pick<Facets, 'topics' | 'audiences'> {
  const facts = ids.flatMap((id) => content.procedures.get(id)?.facts ?? []);
  return { topics: [...new Set(facts.map(({ topic }) => topic))], audiences: [...new Set(facts.flatMap(({ audiences }) => audiences))] };
}

/**
 * Lists everything that can be found.
 * @param content - All collections.
 * @param locale - The reader's.
 * @returns Procedures, offices, cells and outcomes of the questions. What is said in the other languages stands under
 *   `foreign`, so that a query in any of them finds the page and shows it in the reader's.
 */
export function searchEntries(content: Content, locale: Locale): SearchEntry[] {
  const everywhere = [...content.provinces.keys()];
  const procedures = [...content.procedures.values()].map(({ id, facts, words }): SearchEntry => {
    const { title, summary, aliases } = words[locale].data;
    const foreign = others(locale).flatMap((other) => [words[other].data.title, ...words[other].data.aliases]);
    return {
      id: `procedures/${id}`,
      title: plain(title),
      summary: firstSentence(summary),
      aliases,
      foreign: distinct(foreign, [title, ...aliases]),
      text: pageWords(sectionsOf(words[locale]).values(), [title, summary, ...aliases]),
      sensitive: facts.sensitive,
      facets: { ...facetsOf(content, [id]), provinces: everywhere },
    };
  });
  const services = [...content.services].map(
    ([id, { name, purpose, category, commune, confidential, audiences, provinces }]): SearchEntry => {
      const kind = content.categories.get(category)?.name[locale] ?? '';
      const handled = [...content.procedures.values()].filter(({ facts: { where } }) => where.services.includes(id));
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
        sensitive: confidential,
        facets: {
          topics: facetsOf(
            content,
            handled.map((procedure) => procedure.id),
          ).topics,
          audiences,
          provinces,
        },
      };
    },
  );
  const cells = [...content.cells].map(([id, { name, host, commune, audiences, provinces }]): SearchEntry => ({
    id: `cells/${id}`,
    title: name[locale],
    summary: host[locale],
    aliases: commune ? [commune[locale]] : [],
    foreign: distinct(
      others(locale).map((other) => name[other]),
      [name[locale]],
    ),
    text: '',
    sensitive: false,
    // A cell is there for every topic.
    facets: { topics: [...content.topics.keys()], audiences, provinces },
  }));
  const outcomes = [...content.orientation].flatMap(([id, node]): SearchEntry[] =>
    node.kind === 'outcome'
      ? [
          {
            id: `orientation/${id}`,
            title: node.title[locale],
            summary: '',
            aliases: [],
            foreign: [],
            text: '',
            sensitive: node.procedures.some((procedure) => content.procedures.get(procedure)?.facts.sensitive),
            facets: { ...facetsOf(content, node.procedures), provinces: everywhere },
          },
        ]
      : [],
  );
  return [...procedures, ...services, ...cells, ...outcomes];
}
