import { forEachLocale, type Locale, type Localized } from '../locale.ts';

/** "Neuf" is also "new", "once" also "one time": such words are figures only before what is counted. */
interface NumberWords {
  /** Whole words that are always a figure. */
  always: string;
  /** Words that are a figure only before a unit. */
  beforeUnit?: string;
  /** What is counted: units of time, money and copies. */
  unit?: string;
}

// "One" is left out in every language: it is the article, or a pronoun.
const WORDS: Localized<NumberWords> = {
  fr: {
    always:
      'deux|trois|quatre|cinq|six|sept|huit|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|septante|cents?|mille|millions?|milliards?|dizaine|douzaine|quinzaine|vingtaine|trentaine|centaine|millier|moitié',
    beforeUnit: 'neuf',
    unit: 'jours?|semaines?|mois|ans?|années?|heures?|minutes?|copies?|photos?|exemplaires?|dirhams?|euros?|pour cent',
  },
  en: {
    always:
      'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|dozen|twice|half|fortnight',
  },
  es: {
    always:
      'dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|trece|catorce|quince|dieciséis|diecisiete|dieciocho|diecinueve|veinte|veinti\\p{L}+|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|cientos?|mil|miles|millón|millones|docena|quincena|mitad|once',
  },
  ar: {
    // A numeral may carry the article, a conjunction and a preposition; a dual says "two" by its ending.
    // الاثنين is Monday, لست "I am not".
    always:
      '(?![وفب]?(?:الاثنين|لست)(?!\\p{L}))[وفبلك]{0,2}(?:ال)?(?:اثنان|اثنين|اثنتان|اثنتين|ثلاثة?|أربعة?|خمسة?|ستة?|سبعة?|ثمانية?|ثمان|تسعة?|عشرة?|عشرون|عشرين|ثلاثون|ثلاثين|أربعون|أربعين|خمسون|خمسين|ستون|ستين|سبعون|سبعين|ثمانون|ثمانين|تسعون|تسعين|مئة|مائة|مئتان|مئتين|مائتين|ألف|ألفين|آلاف|مليون|نصف|شهران|شهرين|يومان|يومين|سنتان|سنتين|عامان|عامين|أسبوعان|أسبوعين|ساعتان|ساعتين|مرتان|مرتين|نسختان|نسختين|صورتان|صورتين|درهمان|درهمين|شاهدان|شاهدين)',
  },
  zgh: {
    always: 'ⵙⵉⵏ|ⵙⵏⴰⵜ|ⴽⵕⴰⴹⵜ?|ⴽⴽⵓⵥⵜ?|ⵙⵎⵎⵓⵙⵜ?|ⵚⴹⵉⵚⵜ?|ⵙⴰⵜ|ⵜⴰⵎⵜ?|ⵜⵥⴰⵜ?|ⵎⵔⴰⵡⵜ?|ⵙⵉⵎⵔⴰⵡ|ⵜⵉⵎⵉⴹⵉ|ⵉⴼⴹ',
  },
};

/** `\b` knows ASCII letters only. */
const whole = (words: string, after = '') => `(?<![\\p{L}\\p{M}])(?:${words})(?![\\p{L}\\p{M}])${after}`;

const PATTERNS = forEachLocale((locale) => {
  const { always, beforeUnit, unit } = WORDS[locale];
  const counting = beforeUnit && unit ? [whole(beforeUnit, `(?=\\s+(?:${unit})(?!\\p{L}))`)] : [];
  return new RegExp([whole(always), ...counting].join('|'), 'iu');
});

/**
 * Finds a figure that is spelled out: "three months", « quinze jours », « ستة أشهر », « شهرين ».
 * @param text - Words without tokens.
 * @param locale - The language of the text.
 * @returns The first such word and where it stands, or undefined. "One" does not count: it is the article.
 */
export function spelledNumber(text: string, locale: Locale): { word: string; at: number } | undefined {
  const found = PATTERNS[locale].exec(text);
  return found ? { word: found[0], at: found.index } : undefined;
}
