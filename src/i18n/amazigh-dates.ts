// Amazigh has no Intl: Chromium lacks zgh, and no engine has plural rules for it.
// Source of the names: Unicode CLDR 48, locale zgh. Source of the nouns: IRCAM, as cited in docs/amazigh.md.

/** January to December. */
export const AMAZIGH_MONTHS = [
  'ⵉⵏⵏⴰⵢⵔ',
  'ⴱⵕⴰⵢⵕ',
  'ⵎⴰⵕⵚ',
  'ⵉⴱⵔⵉⵔ',
  'ⵎⴰⵢⵢⵓ',
  'ⵢⵓⵏⵢⵓ',
  'ⵢⵓⵍⵢⵓⵣ',
  'ⵖⵓⵛⵜ',
  'ⵛⵓⵜⴰⵏⴱⵉⵔ',
  'ⴽⵜⵓⴱⵔ',
  'ⵏⵓⵡⴰⵏⴱⵉⵔ',
  'ⴷⵓⵊⴰⵏⴱⵉⵔ',
] as const;

/**
 * What follows a number: ⵏ and the noun in the state of annexation, in the singular, since no plural rule for zgh is
 * published and a page must not guess one. Symbols where no sourced word exists.
 */
export const AMAZIGH_UNITS = {
  percent: '%',
  minute: 'ⵏ ⵜⵓⵙⴷⵉⴷⵜ',
  hour: 'ⵏ ⵜⵙⵔⴰⴳⵜ',
  day: 'ⵏ ⵡⴰⵙⵙ',
  week: 'ⵏ ⵉⵎⴰⵍⴰⵙⵙ',
  month: 'ⵏ ⵡⴰⵢⵢⵓⵔ',
  year: 'ⵏ ⵓⵙⴳⴳⵯⴰⵙ',
  kilogram: 'kg',
  kilometre: 'km',
  litre: 'l',
} as const;

/** Monday to Sunday. */
export const AMAZIGH_DAYS = ['ⴰⵢⵏⴰⵙ', 'ⴰⵙⵉⵏⴰⵙ', 'ⴰⴽⵕⴰⵙ', 'ⴰⴽⵡⴰⵙ', 'ⴰⵙⵉⵎⵡⴰⵙ', 'ⴰⵙⵉⴹⵢⴰⵙ', 'ⴰⵙⴰⵎⴰⵙ'] as const;
