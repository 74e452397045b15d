/** IRCAM's letters and the Latin letters that Morocco uses for them, in alphabetical order. */
const TIFINAGH = Array.from('ⴰⴱⴳⴷⴹⴻⴼⴽⵀⵃⵄⵅⵇⵉⵊⵍⵎⵏⵓⵔⵕⵖⵙⵚⵛⵜⵟⵡⵢⵣⵥⵯ');
const LATIN = Array.from('abgdḍefkhḥɛxqijlmnurṛɣsṣctṭwyzẓʷ');

const LATIN_OF = new Map(TIFINAGH.map((letter, index): [string, string] => [letter, LATIN[index] ?? letter]));

/**
 * Writes Amazigh in Latin letters.
 * @param text - Any text in Unicode form NFC: words, or a whole HTML page. Only Tifinagh letters change.
 * @returns The same text with each of IRCAM's letters replaced. The result has no capitals: Amazigh has none.
 * @see docs/amazigh.md: on IRCAM's dictionary this mapping gives the dictionary's own Latin form for 17,485 of 17,511 entries.
 */
export function tifinaghToLatin(text: string): string {
  return text.replace(/[\u2D30-\u2D7F]/gu, (letter) => LATIN_OF.get(letter) ?? letter);
}
