// What the box and the page of results share: the index, fetched once and only when somebody searches, and how a hit is shown.
import { type Answer, type Hit, makeIndex, search, type SearchIndex } from '../search/engine.ts';
import { unpackEntries } from '../search/packed.ts';
import { wordsOf } from '../search/words.ts';

let loading: Promise<SearchIndex> | undefined;

/**
 * Fetches the index.
 * @param address - Of the entries in the reader's language.
 * @returns The index. A failure is not remembered: the next try fetches again.
 */
function loadIndex(address: string): Promise<SearchIndex> {
  loading ??= fetch(address)
    .then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status} ${address}`);
      return answer.json();
    })
    .then((data: unknown) => makeIndex(unpackEntries(data)))
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  return loading;
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
export const kindOf = ({ entry }: Hit) => entry.id.split('/')[0] ?? '';
