import type { SearchEntry } from './engine.ts';

/** An entry on the wire: id, title, summary, and the two lists of names, each name on a line. */
type Packed = [id: string, title: string, summary: string, aliases: string, foreign: string];

/**
 * Makes entries small for the wire.
 * @param entries - Everything that can be found.
 * @returns Arrays without keys: what repeats compresses well, what does not is not there.
 */
export function packEntries(entries: readonly SearchEntry[]): Packed[] {
  return entries.map(({ id, title, summary, aliases, foreign }) => [id, title, summary, aliases.join('\n'), foreign.join('\n')]);
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
    const [id = '', title = '', summary = '', aliases = '', foreign = ''] = texts;
    const lines = (text: string) => text.split('\n').filter(Boolean);
    return [{ id, title, summary, aliases: lines(aliases), foreign: lines(foreign) }];
  });
}
