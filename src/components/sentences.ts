// Cuts text into what is spoken at once.

/** In UTF-16 units: engines fall silent in longer texts. */
export const LONGEST = 190;

/** Where a long sentence is cut, best first: after a part of it, at least this far in; after a word. */
const CUTS = [/^.{60,}[,;:،؛–—)]\s/su, /^.*[^ ] /su];

/** A sentence where the engine knows none: up to its mark, what closes behind it, and a space. */
const SENTENCE = /.+?(?:[.!?؟…][»”"')\]]*\s|$)/gsu;

/**
 * Cuts text after its sentences by punctuation alone.
 * @param text - One block of text, on one line.
 * @returns The pieces; together they are the text.
 */
export function byPunctuation(text: string): string[] {
  return text.match(SENTENCE) ?? [];
}

function bySegmenter(text: string, tag: string): string[] {
  return Array.from(new Intl.Segmenter(tag, { granularity: 'sentence' }).segment(text), ({ segment }) => segment);
}

function cutAt(text: string): number {
  const head = text.slice(0, LONGEST);
  for (const cut of CUTS) {
    const found = cut.exec(head);
    if (found) return found[0].length;
  }
  // Never through a character of two units.
  return /[\uD800-\uDBFF]$/.test(head) ? LONGEST - 1 : LONGEST;
}

function shorten(sentence: string): string[] {
  const pieces: string[] = [];
  let rest = sentence;
  while (rest.length > LONGEST) {
    const at = cutAt(rest);
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...pieces, rest];
}

/**
 * Cuts a block of text into what is spoken at once.
 * @param text - Of one block, as it stands in the page.
 * @param tag - Its language, BCP 47.
 * @returns Sentences, and parts of those that are longer than `LONGEST`. Together they are as long as the text, and equal to it
 *   but for line breaks, which are spaces: in a page they end nothing.
 */
export function cutIntoSentences(text: string, tag: string): string[] {
  const line = text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ');
  const sentences = 'Segmenter' in Intl ? bySegmenter(line, tag) : byPunctuation(line);
  return sentences.flatMap(shorten).filter((piece) => piece !== '');
}
