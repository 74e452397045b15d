import type { Problem } from '../problem.ts';

/** IRCAM's 33 letters are 31 signs and the labialisation mark, which makes ⴳⵯ and ⴽⵯ. */
const IRCAM = 'ⴰⴱⴳⴷⴹⴻⴼⴽⵀⵃⵄⵅⵇⵉⵊⵍⵎⵏⵓⵔⵕⵖⵙⵚⵛⵜⵟⵡⵢⵣⵥⵯ';
const OTHER_TIFINAGH = new RegExp(`(?![${IRCAM}])[\\u2D30-\\u2D7F]`, 'u');
const LETTERS = new RegExp(`[${IRCAM}]`, 'gu');
const LATIN_OR_ARABIC_INSIDE = /[\u2D30-\u2D7F][\p{Script=Latin}\p{Script=Arabic}]|[\p{Script=Latin}\p{Script=Arabic}][\u2D30-\u2D7F]/u;

/** Highest share of ⴻ among the letters: IRCAM's dictionary has 0.2 %, Kabyle in Tifinagh letters 12 %. */
const MOST_E = 0.02;
/** Below this many letters one ⴻ would already be over the share. */
const ENOUGH_LETTERS = 50;

/**
 * Words seen on other sites that mean something else, or that embarrass.
 * @see docs/content-guide.md, "Amazigh": the reason for each.
 */
const TRAPS: readonly { form: string; use: string }[] = [
  { form: 'ⴰⵎⵓⵖ', use: 'ⵜⴰⵍⴳⴰⵎⵜ (list, menu)' },
  { form: 'ⵓⵎⵓⵖ', use: 'ⵜⴰⵍⴳⴰⵎⵜ (list, menu)' },
  { form: 'ⴰⵡⵡⵓⵔ', use: 'ⴰⵙⵉⵜ (portal, site)' },
  { form: 'ⵙⵏⵖⵍ', use: 'ⵙⵙⵏⵖⵍ (copy)' },
  { form: 'ⴰⵎⵙⵜⴰⵏ', use: 'ⴰⴱⵓⴳⴰⴹⵓ (lawyer)' },
  { form: 'ⴰⵕⵥⵥⵓⵎ', use: 'ⴰⵕⵥⴰⵎ (opening)' },
  { form: 'ⴰⵏⵏⵓⵕⵥⵎ', use: 'ⴰⵕⵥⴰⵎ (opening)' },
  { form: 'ⵜⴰⴱⵔⴰⵜ', use: 'another word for a letter: this one also means a divorce deed' },
  { form: 'ⵜⴰⵏⴰⵎⵓⵏⵜ', use: 'ⵜⴰⵖⵍⴰⵏⵜ (nationality)' },
];

/**
 * Checks Amazigh text in Tifinagh against what can be checked by machine. It finds pasted Kabyle, not bad Amazigh.
 * @param where - File and field.
 * @param text - Without tokens.
 * @returns Foreign letters, another Unicode form, too many ⴻ, letters of two scripts in one word, words to avoid.
 * @see IRCAM, alphabet of 33 letters; the limits were measured on IRCAM's dictionary (17,511 entries).
 */
export function checkTifinagh(where: string, text: string): Problem[] {
  const problem = (what: string, mend: string) => [{ where, what, mend }];
  const foreign = OTHER_TIFINAGH.exec(text)?.[0];
  const mixed = LATIN_OR_ARABIC_INSIDE.exec(text)?.[0];
  const letters = text.match(LETTERS) ?? [];
  const share = letters.filter((letter) => letter === 'ⴻ').length / letters.length;
  const words = text.split(/[^\u2D30-\u2D7F]+/u);
  return [
    ...(foreign ? problem(`The letter ${foreign} is not one of the 33 of IRCAM.`, `Write with ${IRCAM} only.`) : []),
    ...(text === text.normalize('NFC')
      ? []
      : problem('The text is not in Unicode form NFC.', 'Save it as NFC. Never NFKC: it turns ⵯ into ⵡ.')),
    ...(mixed ? problem(`A word mixes scripts: "${mixed}".`, 'Put a space between Tifinagh and other letters.') : []),
    ...(letters.length >= ENOUGH_LETTERS && share > MOST_E
      ? problem(
          `${(share * 100).toFixed(1)} % of the letters are ⴻ: this looks like Kabyle or machine output.`,
          'Write standard Moroccan Amazigh, in which ⴻ is rare (under 2 %).',
        )
      : []),
    ...TRAPS.filter(({ form }) => words.includes(form)).flatMap(({ form, use }) =>
      problem(`The word ${form} means something else.`, `Use ${use}.`),
    ),
  ];
}
