// Cuts text into what is spoken at once.

/** In UTF-16 units: engines fall silent in longer texts. */
export const LONGEST = 190;

/** Where a long sentence is cut, best first: after a part of it, at least this far in; after a word. */
const CUTS = [/^.{60,}[,;:،؛–—)]\s/su, /^.*[^ ] /su];

/** Up to its mark, what closes behind it, and a space. `Intl.Segmenter` would know abbreviations; engines of 2021 lack it. */
const SENTENCE = /.+?(?:[.!?؟…][»”"')\]]*\s|$)/gsu;

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
 * @returns Sentences, and parts of those that are longer than `LONGEST`. Together they are as long as the text, and equal to it
 *   but for line breaks, which are spaces: in a page they end nothing.
 */
export function cutIntoSentences(text: string): string[] {
  const line = text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ');
  return (line.match(SENTENCE) ?? []).flatMap(shorten).filter((piece) => piece !== '');
}
