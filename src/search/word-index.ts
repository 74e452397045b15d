import { conceptsOf } from './concepts.ts';
import { letterMask } from './distance.ts';
import { isFiller } from './fillers.ts';
import { formsOf, type WordForms, wordsOf } from './words.ts';

/** What can be found. */
export interface SearchEntry {
  /** `procedures/passport`, `cells/commune-nador`: its path below the language. */
  id: string;
  title: string;
  /** What it is: one sentence in the reader's language. */
  summary: string;
  /** What people call it in the reader's language. */
  aliases: readonly string[];
  /** Titles and aliases in the other languages. */
  foreign: readonly string[];
  /** The words of the whole page, each once; empty until they are fetched. */
  text: string;
  /** About violence, asylum or danger: searches for it leave no trace on the device. */
  sensitive: boolean;
  /** Whom, what and where it is about, for filters; empty until they are fetched. */
  facets: Facets;
}

/** Ids by which results can be narrowed. */
export interface Facets {
  topics: readonly string[];
  audiences: readonly string[];
  provinces: readonly string[];
}

/** Where a phrase stands. */
const PLACE = { title: 1, alias: 1, foreign: 0.7, summary: 0.75, text: 0.5 } as const;
/** A name, a summary or the words of a page. */
export interface Phrase {
  entry: number;
  text: string;
  place: number;
  /** Ids of words. */
  words: number[];
  /** Whether it is the text of the page, which is no name. */
  isText: boolean;
}

/** Words that share a form, by kind and form. */
type FormIndex = Map<string, number[]>;

/** Everything that is known about the entries, made once. */
export interface SearchIndex {
  entries: readonly SearchEntry[];
  vocabulary: string[];
  /** The plain form of each word of the vocabulary. */
  plains: string[];
  /** The letters of each. */
  masks: number[];
  /** The place of each word in the vocabulary. */
  ids: ReadonlyMap<string, number>;
  forms: FormIndex;
  /** How rare each word is among the entries. */
  rarity: number[];
  phrasesByWord: Phrase[][];
}

const keysOf = ({ plain, stem, bones, amazigh }: WordForms): string[] => [
  `p:${plain}`,
  `s:${stem}`,
  ...bones.map((key) => `b:${key}`),
  ...amazigh.map((key) => `z:${key}`),
];

/**
 * Makes the index. It runs in the browser, on what the page has fetched.
 * @param entries - Everything that can be found.
 * @returns To be given to `search`.
 */
export function makeIndex(entries: readonly SearchEntry[]): SearchIndex {
  const ids = new Map<string, number>();
  const vocabulary: string[] = [];
  const forms: FormIndex = new Map();
  const idOf = (word: string): number => {
    const known = ids.get(word);
    if (known !== undefined) return known;
    const id = vocabulary.push(word) - 1;
    ids.set(word, id);
    for (const key of [...keysOf(formsOf(word)), ...conceptsOf(word).map((concept) => `c:${concept}`)]) {
      const sharing = forms.get(key);
      if (sharing) sharing.push(id);
      else forms.set(key, [id]);
    }
    return id;
  };
  const phrases = entries.flatMap(({ title, summary, aliases, foreign, text }, entry): Phrase[] => {
    const of = (texts: readonly string[], place: number) =>
      texts.map((name): Phrase => ({ entry, text: name, place, words: wordsOf(name).map(idOf), isText: false }));
    const words = text.split(' ').filter(Boolean).map(idOf);
    return [
      ...of([title], PLACE.title),
      ...of(aliases, PLACE.alias),
      ...of(foreign, PLACE.foreign),
      ...of([summary], PLACE.summary),
      ...(words.length > 0 ? [{ entry, text: '', place: PLACE.text, words, isText: true }] : []),
    ];
  });
  const holders = vocabulary.map(() => new Set<number>());
  const phrasesByWord: Phrase[][] = vocabulary.map(() => []);
  for (const phrase of phrases) {
    for (const word of new Set(phrase.words)) {
      holders[word]?.add(phrase.entry);
      phrasesByWord[word]?.push(phrase);
    }
  }
  const rarity = holders.map(
    ({ size }, word) => Math.log(1 + entries.length / (size + 0.5)) * (isFiller(vocabulary[word] ?? '') ? 0.15 : 1),
  );
  const plains = vocabulary.map((word) => formsOf(word).plain);
  return { entries, vocabulary, plains, masks: plains.map(letterMask), ids, forms, rarity, phrasesByWord };
}
