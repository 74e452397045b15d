import { tifinaghToLatin } from '../i18n/transliterate.ts';

/**
 * Spellings of Amazigh, brought down to one short key: Tifinagh, the Latin letters of IRCAM, French-style Latin and chat digits.
 * @see docs/amazigh.md: the rules and the sources of each spelling.
 */

/** Letters of other Latin orthographies. */
const ALIASES = new Map([
  ['ε', 'ɛ'],
  ['γ', 'ɣ'],
  ['ə', 'e'],
  ['ǝ', 'e'],
  ['č', 'tc'],
  ['ǧ', 'dj'],
]);

/** Digits stand for letters only where they touch one: a number alone stays a number. */
const DIGITS: readonly [RegExp, string][] = [
  [/(\p{L})3|3(?=\p{L})/gu, '$1ɛ'],
  [/(\p{L})7|7(?=\p{L})/gu, '$1ḥ'],
  [/(\p{L})9|9(?=\p{L})/gu, '$1q'],
  [/(\p{L})5|5(?=\p{L})/gu, '$1x'],
  [/(\p{L})2|2(?=\p{L})/gu, '$1'],
];
const DIGIT = /\d/;

/** Letter groups, some of which can be read in two ways. */
const GROUPS: readonly [RegExp, ...string[]][] = [
  [/tch/g, 'c', 'tc'],
  [/gh/g, 'ɣ'],
  [/kh/g, 'x'],
  [/ch/g, 'c'],
  [/sh/g, 'c', 'sh'],
  [/dj/g, 'j', 'dj'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/ou|oo/g, 'u'],
  [/qu(?=[ei])/g, 'k'],
  [/gu(?=[ei])/g, 'g', 'gu'],
  [/c(?=[eiy])/g, 'c', 's'],
];

const MOST_READINGS = 16;

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ʷᵂ°'’ʼ`´-]/gu, '')
    .replace(/([gkq])w/g, '$1')
    .replace(/y/g, 'i')
    .replace(/[wo]/g, 'u')
    .replace(/[vp]/g, 'b')
    .replace(/e/g, '')
    .replace(/(.)\1+/gu, '$1');
}

/**
 * The keys under which an Amazigh word is looked up.
 * @param word - In Tifinagh, or as people write it in Latin letters.
 * @returns One key for Tifinagh, up to sixteen readings for Latin; equal keys mean the same word.
 */
export function amazighKeys(word: string): string[] {
  const text = word.normalize('NFC').toLowerCase();
  if (/[\u2D30-\u2D7F]/u.test(text)) return [fold(tifinaghToLatin(text))];
  const letters = Array.from(text, (letter) => ALIASES.get(letter) ?? letter).join('');
  const spelled = DIGIT.test(letters) ? DIGITS.reduce((done, [digit, letter]) => done.replace(digit, letter), letters) : letters;
  const readings = GROUPS.reduce(
    (known, [pattern, ...ways]) => {
      // Most words have none of the groups.
      if (known.every((reading) => reading.search(pattern) === -1)) return known;
      return [...new Set(known.flatMap((reading) => ways.map((way) => reading.replace(pattern, way))))].slice(0, MOST_READINGS);
    },
    [spelled],
  );
  return [...new Set(readings.map(fold))];
}

/** The key without ɛ, which many do not write. */
export function looseKey(key: string): string {
  return key.replace(/ɛ/g, '').replace(/(.)\1+/gu, '$1');
}

/** The key without the vowel of the state: ⴰⵙⵏⵓⴱⴳ and ⵓⵙⵏⵓⴱⴳ are one noun. */
export function stemKey(key: string): string {
  const stem = key.replace(/^t[aiu]/, 't').replace(/^(u[ai]|[aiu])(?=\p{L})/u, '');
  return stem.length >= 3 ? stem : key;
}
