/** `[[kafala]]` or `[[kafala|la kafala]]`: a word of the glossary, and how it stands in this sentence. */
const MARK = /\[\[([^\[\]|]*)(?:\|([^\[\]|]*))?\]\]/g;

/**
 * Lists the glossary terms that a text marks.
 * @param text - Words with `[[id]]` or `[[id|words]]`.
 * @returns The ids in order, repeats included.
 */
export function termsIn(text: string): string[] {
  return [...text.matchAll(MARK)].map(([, id = '']) => id);
}

/**
 * Replaces each marked term of a text.
 * @param text - Words with marks.
 * @param replace - Gives what stands for a term; `words` is undefined where the mark names the term alone.
 * @returns The text without marks.
 */
export function replaceTerms(text: string, replace: (id: string, words: string | undefined) => string): string {
  return text.replace(MARK, (_, id: string, words: string | undefined) => replace(id, words));
}

/**
 * Takes the marks away.
 * @param text - Words with marks.
 * @returns The words alone; a mark without words leaves its id, which is all that the text says.
 */
export function withoutMarks(text: string): string {
  return replaceTerms(text, (id, words) => words ?? id);
}
