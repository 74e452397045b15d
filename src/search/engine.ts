import { conceptsOf } from './concepts.ts';
import { editDistance, letterMask, maskDifference } from './distance.ts';
import { isFiller } from './fillers.ts';
import type { Phrase, SearchEntry, SearchIndex } from './word-index.ts';
import { formsOf, wordsOf } from './words.ts';

/** One result. */
export interface Hit {
  entry: SearchEntry;
  score: number;
  /** The words of the entry that the query has met, for highlighting. */
  matched: string[];
  /** The name by which it was found, where that is not its title. */
  found: string | undefined;
}

/** The answer to a query. */
export interface Answer {
  hits: Hit[];
  /** Words that were read as others: what was typed, and as what it was read. */
  corrected: [string, string][];
}

/** What a way of recognising a word is worth. */
const WORTH = { plain: 1, stem: 0.92, amazigh: 0.85, bones: 0.8, prefix: 0.75, near: 0.8, far: 0.5, concept: 0.75 } as const;
/** How much the best name counts, by the number of words that say something; the rest is what the page has of the query at all. */
const NAME_SHARE = [0.6, 0.6, 0.6, 0.5, 0.35] as const;
/** Procedures stand first: who types a name of an office mostly wants what is done there. Plans say again what procedures say. */
const KIND: Record<string, number> = { procedures: 1.12, orientation: 0.75 };

/** A word of the index that a word of the query may mean. */
interface Meaning {
  word: number;
  worth: number;
}

/** The words that a typed word surely means. */
function exactMeanings({ forms }: SearchIndex, typed: string): Meaning[] {
  const { plain, stem, bones, amazigh } = formsOf(typed);
  const best = new Map<number, number>();
  const add = (key: string, worth: number) => {
    for (const word of forms.get(key) ?? []) best.set(word, Math.max(best.get(word) ?? 0, worth));
  };
  add(`p:${plain}`, WORTH.plain);
  add(`s:${stem}`, WORTH.stem);
  for (const key of amazigh) add(`z:${key}`, WORTH.amazigh);
  // Two consonants are shared by too many words.
  for (const key of bones) if (key.length >= 3 || best.size === 0) add(`b:${key}`, key.length >= 3 ? WORTH.bones : WORTH.bones / 2);
  for (const concept of conceptsOf(typed)) add(`c:${concept}`, WORTH.concept);
  return [...best].map(([word, worth]) => ({ word, worth }));
}

/** The words that a typed word may mean when it is not known as it stands: misspelt, or not finished. */
function nearMeanings({ plains, masks }: SearchIndex, typed: string, isLast: boolean): Meaning[] {
  const { plain } = formsOf(typed);
  const most = plain.length >= 8 ? 2 : plain.length >= 4 ? 1 : 0;
  const mask = letterMask(plain);
  return plains.flatMap((other, word): Meaning[] => {
    if (other.startsWith(plain) && (isLast || plain.length >= 4))
      return [{ word, worth: WORTH.prefix * (0.6 + (0.4 * plain.length) / other.length) }];
    if (most === 0 || Math.abs(other.length - plain.length) > most) return [];
    if (maskDifference(mask, masks[word] ?? 0) > 2 * most) return [];
    const distance = editDistance(plain, other, most);
    if (distance > most) return [];
    // The first letter is seldom wrong.
    const worth = (distance === 1 ? WORTH.near : WORTH.far) * (other[0] === plain[0] ? 1 : 0.8);
    return [{ word, worth }];
  });
}

const SURE = 0.85;

interface TypedWord {
  typed: string;
  weight: number;
  meanings: Map<number, number>;
}

/** How rare the entries are that have one of several words. */
function rarityOf({ entries, phrasesByWord }: SearchIndex, words: readonly number[]): number {
  const holders = new Set(words.flatMap((word) => phrasesByWord[word] ?? []).map(({ entry }) => entry));
  return Math.log(1 + entries.length / (holders.size + 0.5));
}

function understand(index: SearchIndex, typed: string, isLast: boolean): TypedWord {
  const exact = exactMeanings(index, typed);
  const isKnown = exact.some(({ worth }) => worth >= SURE);
  const meanings = new Map<number, number>();
  for (const { word, worth } of isKnown && !isLast
    ? exact
    : [
        ...exact,
        ...(isKnown ? [] : nearMeanings(index, typed, isLast)),
        ...(isKnown && isLast && typed.length < 4 ? nearMeanings(index, typed, true) : []),
      ])
    meanings.set(word, Math.max(meanings.get(word) ?? 0, worth));
  const sure = [...meanings].filter(([, worth]) => worth >= SURE).map(([word]) => word);
  const meant = [...meanings.keys()];
  // Between how rare the word is and how rare everything is that it may mean.
  const rarest = Math.max(0, ...(sure.length > 0 ? sure : meant).map((word) => index.rarity[word] ?? 0));
  const weight = meant.length > 0 ? (rarest + rarityOf(index, meant)) / 2 : 0;
  return { typed, weight: weight * (isFiller(typed) ? 0.3 : 1), meanings };
}

/** How well one phrase answers the query: how much of the query it has, and how much of it the query has. */
function scorePhrase({ rarity }: SearchIndex, phrase: Phrase, query: readonly TypedWord[], total: number): number {
  let met = 0;
  const used = new Set<number>();
  for (const { weight, meanings } of query) {
    let best = 0;
    let bestWord = -1;
    for (const word of phrase.words) {
      const worth = meanings.get(word) ?? 0;
      if (worth > best) [best, bestWord] = [worth, word];
    }
    met += weight * best;
    if (bestWord !== -1) used.add(bestWord);
  }
  const own = phrase.words.reduce((sum, word) => sum + (rarity[word] ?? 0), 0);
  const covered = phrase.words.reduce((sum, word) => sum + (used.has(word) ? (rarity[word] ?? 0) : 0), 0);
  const ofQuery = met / total;
  const ofPhrase = own > 0 ? covered / own : 0;
  return ofQuery ** 1.3 * (0.4 + 0.6 * ofPhrase) * phrase.place;
}

/**
 * Answers a query.
 * @param index - Of `makeIndex`.
 * @param text - Whatever was typed.
 * @param limit - How many hits at most.
 * @param isWanted - Narrows the hits.
 * @returns The best first; empty only where no word of the query means anything. Never throws.
 */
export function search(index: SearchIndex, text: string, limit: number, isWanted: (entry: SearchEntry) => boolean = () => true): Answer {
  const typed = wordsOf(text);
  const endsInWord = /[\p{L}\p{N}]$/u.test(text);
  const query = typed.map((word, position) => understand(index, word, endsInWord && position === typed.length - 1));
  const total = query.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return { hits: [], corrected: [] };

  const telling = query.filter(({ typed: word, weight }) => weight > 0 && !isFiller(word)).length;
  const nameShare = NAME_SHARE[Math.min(telling, NAME_SHARE.length - 1)] ?? 0.5;

  const candidates = new Set<Phrase>();
  const bags = new Map<number, Map<TypedWord, number>>();
  const meet = (word: TypedWord, worth: number, phrase: Phrase) => {
    candidates.add(phrase);
    const bag = bags.get(phrase.entry) ?? new Map<TypedWord, number>();
    bags.set(phrase.entry, bag.set(word, Math.max(bag.get(word) ?? 0, worth * phrase.place)));
  };
  for (const word of query.filter(({ weight }) => weight > 0))
    for (const [meant, worth] of word.meanings) for (const phrase of index.phrasesByWord[meant] ?? []) meet(word, worth, phrase);
  const best = new Map<number, { score: number; phrase: Phrase }>();
  for (const phrase of candidates) {
    const score = phrase.isText ? 0 : scorePhrase(index, phrase, query, total);
    if (score > (best.get(phrase.entry)?.score ?? -1)) best.set(phrase.entry, { score, phrase });
  }
  const scored = [...best].flatMap(([id, { score, phrase }]) => {
    const entry = index.entries[id];
    if (!entry || !isWanted(entry)) return [];
    const bag = [...(bags.get(id) ?? [])].reduce((sum, [{ weight }, worth]) => sum + weight * worth, 0) / total;
    const boost = KIND[entry.id.split('/')[0] ?? ''] ?? 1;
    return [{ entry, phrase, score: (nameShare * score + (1 - nameShare) * bag) * boost }];
  });
  scored.sort((one, other) => other.score - one.score || one.entry.id.length - other.entry.id.length);
  const hits = scored.slice(0, limit).map(({ entry, phrase, score }): Hit => {
    const words = [...wordsOf(entry.title), ...(phrase.isText ? [] : phrase.words).map((word) => index.vocabulary[word] ?? '')];
    return {
      entry,
      score,
      matched: [...new Set(words)].filter((word) => query.some(({ meanings }) => meanings.has(index.ids.get(word) ?? -1))),
      found: phrase.isText || phrase.text === entry.title || phrase.text === entry.summary ? undefined : phrase.text,
    };
  });
  return { hits, corrected: corrections(index, query, hits[0]) };
}

/** Further than this, two words are not the same word misspelt. */
const MISSPELT = 2;

/** What was misspelt, and how the best hit spells it. A word of another script or language is no misspelling. */
function corrections({ vocabulary }: SearchIndex, query: readonly TypedWord[], hit: Hit | undefined): [string, string][] {
  const titled = wordsOf(hit?.entry.title ?? '');
  return query.flatMap(({ typed, meanings }): [string, string][] => {
    if ([...meanings.values()].some((worth) => worth >= WORTH.stem)) return [];
    const near = [...meanings.keys()]
      .map((word) => vocabulary[word] ?? '')
      .filter((word) => hit?.matched.includes(word) && !word.startsWith(typed))
      .map((word) => ({ word, distance: editDistance(typed, word, MISSPELT) }))
      .filter(({ distance }) => distance <= MISSPELT)
      // As the title writes it: the name in another language may be nearer.
      .sort((one, other) => Number(titled.includes(other.word)) - Number(titled.includes(one.word)) || one.distance - other.distance);
    return near[0] ? [[typed, near[0].word]] : [];
  });
}
