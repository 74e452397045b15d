import { amazighKeys, looseKey, stemKey } from './amazigh.ts';

/** How a word may be recognised: the form as typed, and coarser ones, each worth less. */
export interface WordForms {
  /** As people type it, without accents, marks and variants of letters. */
  plain: string;
  /** Without the endings of plural and gender, without article and prefix. */
  stem: string;
  /** Consonants in Latin letters: what Arabic and its Latin-script spellings have in common. */
  bones: string[];
  /** For Amazigh, and for Latin words that may be Amazigh. */
  amazigh: string[];
}

const ARABIC = /\p{Script=Arabic}/u;
const LATIN = /\p{Script=Latin}/u;
const TIFINAGH = /\p{Script=Tifinagh}/u;
const MOST_WORDS = 24;
const LONGEST_WORD = 40;

/** Arabic letters in one form, without vowel marks, with Western digits. */
function plainArabic(text: string): string {
  return text
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[\u0610-\u061A\u064B-\u065F\u0670\u0640]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ىیئ]/g, 'ي')
    .replace(/ؤ/g, 'و')
    .replace(/ء/g, '')
    .replace(/ة/g, 'ه')
    .replace(/[کگڭ]/g, 'ك')
    .replace(/ڤ/g, 'ف')
    .replace(/پ/g, 'ب');
}

/** Letters without accents. */
const plainLatin = (text: string) =>
  text
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae');

const ARABIC_BLOCK = /[\u0600-\u06FF]/;
const BEYOND_ASCII = /[^\0-\x7F]/;

/**
 * Cuts a text into words for searching. Pages and queries are cut by the same code.
 * @param text - Anything that somebody typed or wrote.
 * @param most - How many words at most: nobody types more, and a query must stay quick.
 * @returns Lower case, without accents, Arabic letters in one form. Tifinagh keeps its letters: NFKC would damage ⵯ.
 */
export function wordsOf(text: string, most = MOST_WORDS): string[] {
  const typed = text
    .normalize('NFC')
    .toLowerCase()
    // Compatibility forms of Arabic and Latin only; marks of direction say nothing.
    .replace(/[\uFB00-\uFDFF\uFE70-\uFEFF\uFF00-\uFF5E]/g, (letter) => letter.normalize('NFKC'))
    .replace(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069]/g, '');
  const arabic = ARABIC_BLOCK.test(typed) ? plainArabic(typed) : typed;
  const words = (BEYOND_ASCII.test(arabic) ? plainLatin(arabic) : arabic).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return words.slice(0, most).map((word) => word.slice(0, LONGEST_WORD));
}

/** The article, conjunctions and prepositions that Arabic writes as part of the word. */
function withoutArabicPrefix(word: string): string {
  const bare = word.replace(/^(?:[وف]?[بكل]?ال|[وف]?لل)(?=..)/, '');
  return bare.length >= 2 ? bare : word;
}

function arabicStem(word: string): string {
  const bare = withoutArabicPrefix(word).replace(/^(?:كا|كي|كت|كن|غا|غي|غن)(?=...)/, '');
  const stem = bare.replace(/(?:وني|ني|تش|ش|اتها|اتهم|اتي|اتك|ات|ين|ون|يه|تي|تك|ته|ها|هم|كم|نا|ه|ي|ك)$/, '');
  return stem.length >= 3 ? stem : bare;
}

/** Plural, feminine and infinitive endings that French, Spanish and English share, cut the same way on both sides. */
function latinStem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const singular = word
    .replace(/(?:eaux|aux)$/, 'al')
    .replace(/ies$/, 'y')
    .replace(/([^s])(?:es|s|x)$/, '$1');
  const stem = singular.replace(/(?:ement|ation|acion|ing|er|ar|ir|ee|es|e|a|o)$/, '');
  return stem.length >= 3 ? stem : singular;
}

const ARABIC_CONSONANTS = new Map(
  Object.entries({
    ب: 'b',
    ت: 't',
    ث: 't',
    ج: 'j',
    ح: 'H',
    خ: 'x',
    د: 'd',
    ذ: 'd',
    ر: 'r',
    ز: 'z',
    س: 's',
    ش: 'c',
    ص: 's',
    ض: 'd',
    ط: 't',
    ظ: 'd',
    ع: '3',
    غ: 'G',
    ف: 'f',
    ق: 'q',
    ك: 'k',
    ل: 'l',
    م: 'm',
    ن: 'n',
    ه: 'h',
  }),
);

const squeeze = (text: string) => text.replace(/(.)\1+/gu, '$1');

const distinctBones = (bones: readonly string[]) => [...new Set(bones)].filter((key) => key.length >= 2);

/** Verbs carry the person in front (نجدد, تجدد), participles an م: the root stands behind it. */
const rootOf = (bones: string) => bones.replace(/^[ntm](?=...)/, '');

function arabicBones(word: string): string[] {
  const bones = (text: string) => squeeze(Array.from(text.replace(/ه$/, ''), (letter) => ARABIC_CONSONANTS.get(letter) ?? '').join(''));
  const [whole, stem] = [bones(withoutArabicPrefix(word)), bones(arabicStem(word))];
  return distinctBones([whole, stem, rootOf(whole), rootOf(stem)]);
}

/** "3arabizi": Arabic as it is typed with Latin letters and digits. */
function latinBones(word: string): string[] {
  const letters = word
    .replace(/kh|5/g, 'x')
    .replace(/gh/g, 'G')
    .replace(/ch|sh/g, 'c')
    .replace(/th/g, 't')
    .replace(/dh/g, 'd')
    .replace(/ph/g, 'f')
    .replace(/[78]/g, (digit) => (digit === '7' ? 'H' : 'h'))
    .replace(/9/g, 'q')
    .replace(/p/g, 'b')
    .replace(/v/g, 'f')
    .replace(/[aeiouyw2']/g, '')
    .replace(/h$/, '')
    .replace(/g/g, 'G');
  const bones = squeeze(letters);
  // Few words of French, Spanish or English begin like this: nchri, mdroba.
  const root = /^[ntm][^aeiou]/.test(word) ? [rootOf(bones)] : [];
  return distinctBones([bones, bones.replace(/^l(?=..)/, ''), ...root]);
}

const analysed = new Map<string, WordForms>();

/**
 * Finds the forms under which a word is recognised.
 * @param word - One of `wordsOf`.
 * @returns Its forms. The same word gives the same forms wherever it stands.
 */
export function formsOf(word: string): WordForms {
  const known = analysed.get(word);
  if (known) return known;
  const forms = analyse(word);
  analysed.set(word, forms);
  return forms;
}

function analyse(word: string): WordForms {
  if (ARABIC.test(word)) return { plain: withoutArabicPrefix(word), stem: arabicStem(word), bones: arabicBones(word), amazigh: [] };
  if (TIFINAGH.test(word)) return { plain: word, stem: word, bones: [], amazigh: allAmazigh(word) };
  if (LATIN.test(word))
    return { plain: word, stem: latinStem(word), bones: latinBones(word), amazigh: word.length >= 4 ? allAmazigh(word) : [] };
  return { plain: word, stem: word, bones: [], amazigh: [] };
}

function allAmazigh(word: string): string[] {
  return [...new Set(amazighKeys(word).flatMap((key) => [key, looseKey(key), stemKey(key), stemKey(looseKey(key))]))].filter(
    (key) => key.length >= 3,
  );
}
