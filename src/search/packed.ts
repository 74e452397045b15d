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
    return [{ id, title, summary, aliases: lines(aliases), foreign: lines(foreign), text: '' }];
  });
}

/**
 * Makes the words of the pages small for the wire: they come after the names, which answer most queries.
 * @param entries - Everything that can be found.
 * @returns The words by id; entries without any are left out.
 */
export function packTexts(entries: readonly SearchEntry[]): Record<string, string> {
  return Object.fromEntries(entries.filter(({ text }) => text).map(({ id, text }) => [id, text]));
}

/**
 * Gives entries the words of their pages.
 * @param entries - As `unpackEntries` gives them.
 * @param data - What `packTexts` has made, as it was fetched; may be anything.
 * @returns The same entries, with their words where there are some.
 */
export function withTexts(entries: readonly SearchEntry[], data: unknown): SearchEntry[] {
  const texts = new Map<string, unknown>(typeof data === 'object' && data !== null ? Object.entries(data) : []);
  return entries.map((entry) => {
    const text = texts.get(entry.id);
    return typeof text === 'string' ? { ...entry, text } : entry;
  });
}
