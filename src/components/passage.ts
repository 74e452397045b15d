/** One section of words, ready to be shown. */
export interface Passage {
  /** The section's key: an anchor, the same in every language. */
  key: string;
  html: string;
  /** The Arabic text of an Amazigh section: few people read Tifinagh, and no speaker has reviewed ours yet. */
  counterpart?: string | undefined;
  /** Where the newer text stands, when the origin has changed since this section was translated. */
  newerAt?: string | undefined;
}

/**
 * Gathers the Arabic of the texts of a list.
 * @param passages - Of the list; a text that is missing is left out.
 * @returns HTML in the same order; empty unless the page is in Amazigh.
 */
export function counterpartsOf(passages: readonly (Passage | undefined)[]): string[] {
  return passages.flatMap((passage) => passage?.counterpart ?? []);
}
