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
