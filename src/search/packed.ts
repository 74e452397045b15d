import type { SearchEntry } from './word-index.ts';

/** An entry on the wire: id, title, summary, the two lists of names, each name on a line, and a mark where it is sensitive. */
type Packed = [id: string, title: string, summary: string, aliases: string, foreign: string, sensitive?: 1];

/** What comes later: the words of the page, and by what it can be narrowed, ids between spaces. */
type PackedDetails = [text: string, topics: string, audiences: string, provinces: string];

const NO_FACETS = { topics: [], audiences: [], provinces: [] };

/**
 * Makes entries small for the wire.
 * @param entries - Everything that can be found.
 * @returns Arrays without keys: what repeats compresses well, what does not is not there.
 */
export function packEntries(entries: readonly SearchEntry[]): Packed[] {
  return entries.map(({ id, title, summary, aliases, foreign, sensitive }): Packed => {
    const names: Packed = [id, title, summary, aliases.join('\n'), foreign.join('\n')];
    if (sensitive) names.push(1);
    return names;
  });
}

/**
 * Reads what `packEntries` has made.
 * @param data - As it was fetched; may be anything.
 * @returns The entries; none where it is something else.
 */
export function unpackEntries(data: unknown): SearchEntry[] {
  if (!Array.isArray(data)) return [];
  return data.flatMap((item: unknown): SearchEntry[] => {
    if (!Array.isArray(item)) return [];
    const texts = item.map(String);
    const [id = '', title = '', summary = '', aliases = '', foreign = '', sensitive] = texts;
    const lines = (text: string) => text.split('\n').filter(Boolean);
    return [
      {
        id,
        title,
        summary,
        aliases: lines(aliases),
        foreign: lines(foreign),
        text: '',
        sensitive: sensitive !== undefined,
        facets: NO_FACETS,
      },
    ];
  });
}

/**
 * Makes the words of the pages, and what narrows, small for the wire: they come after the names, which answer most queries.
 * @param entries - Everything that can be found.
 * @returns The details by id.
 */
export function packDetails(entries: readonly SearchEntry[]): Record<string, PackedDetails> {
  return Object.fromEntries(
    entries.map(({ id, text, facets: { topics, audiences, provinces } }) => [
      id,
      [text, topics.join(' '), audiences.join(' '), provinces.join(' ')],
    ]),
  );
}

/**
 * Gives entries their details.
 * @param entries - As `unpackEntries` gives them.
 * @param data - What `packDetails` has made, as it was fetched; may be anything.
 * @returns The same entries, with the words of their pages and by what they can be narrowed, where it is known.
 */
export function withDetails(entries: readonly SearchEntry[], data: unknown): SearchEntry[] {
  const details = new Map<string, unknown>(typeof data === 'object' && data !== null ? Object.entries(data) : []);
  return entries.map((entry) => {
    const found = details.get(entry.id);
    if (!Array.isArray(found)) return entry;
    const [text = '', ...facets] = found.map(String);
    const [topics = [], audiences = [], provinces = []] = facets.map((ids) => ids.split(' ').filter(Boolean));
    return { ...entry, text, facets: { topics, audiences, provinces } };
  });
}
