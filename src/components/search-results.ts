// What the box and the page of results share: the index, fetched once and only when somebody searches, and how a hit is shown.
import { type Answer, search } from '../search/engine.ts';
import { makeIndex, type SearchEntry, type SearchIndex } from '../search/word-index.ts';
import { unpackEntries, withDetails } from '../search/packed.ts';
import { wordsOf } from '../search/words.ts';

/** The names, and later the names with the details, by the address that was fetched last. */
const loading = new Map<string, Promise<SearchIndex>>();

async function fetched(address: string): Promise<unknown> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}

/** A failure is not remembered: the next try fetches again. */
function remembered(key: string, make: () => Promise<SearchIndex>): Promise<SearchIndex> {
  const known = loading.get(key) ?? make();
  loading.set(key, known);
  known.catch(() => loading.delete(key));
  return known;
}

/**
 * Fetches the names.
 * @param address - Of the names.
 * @returns Their index.
 */
export function loadIndex(address: string): Promise<SearchIndex> {
  return remembered(address, async () => makeIndex(unpackEntries(await fetched(address))));
}

/**
 * Fetches the words of the pages and what narrows, which come after the names.
 * @param address - Of the names.
 * @param detailsAddress - Of the details.
 * @returns The index of both.
 */
export function loadFullIndex(address: string, detailsAddress: string): Promise<SearchIndex> {
  return remembered(detailsAddress, async () => {
    const { entries } = await loadIndex(address);
    return makeIndex(withDetails(entries, await fetched(detailsAddress)));
  });
}

/**
 * Fetches the index before it is needed. A failure is told when somebody searches.
 * @param address - Of the entries.
 */
export function warm(address: string): void {
  loadIndex(address).catch(() => undefined);
}

/**
 * Answers a query.
 * @param address - Of the entries.
 * @param text - Whatever was typed.
 * @param limit - How many hits at most.
 * @returns The hits, best first.
 */
export async function answerTo(address: string, text: string, limit: number): Promise<Answer> {
  return search(await loadIndex(address), text, limit);
}

/**
 * Marks in a text the words by which it was found.
 * @param text - Title or alias of the hit.
 * @param matched - Words as the search cuts them.
 * @returns Text nodes and `<mark>` elements: nothing of what was typed is ever read as markup.
 */
export function highlighted(text: string, matched: readonly string[]): Node[] {
  return text.split(/([\p{L}\p{N}\p{M}]+)/u).map((part) => {
    const isMatched = wordsOf(part).some((word) => matched.includes(word));
    if (!isMatched) return document.createTextNode(part);
    const mark = document.createElement('mark');
    mark.textContent = part;
    return mark;
  });
}

/** What an entry is, by its path: `procedures`, `services`, `cells`, `orientation`. */
export const kindOf = ({ id }: SearchEntry) => id.split('/')[0] ?? '';
