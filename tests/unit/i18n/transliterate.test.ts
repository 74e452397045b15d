import { expect, test } from 'vitest';
import { tifinaghToLatin } from '../../../src/i18n/transliterate.ts';

test.each([
  ['ⴰⴱⵔⵉⴷ', 'abrid'],
  ['ⵜⴰⴷⴷⴰⵔⵜ', 'taddart'],
  ['ⴰⵙⴳⴳⵯⴰⵙ', 'asggʷas'],
  ['ⵜⴰⵎⴰⵣⵉⵖⵜ', 'tamaziɣt'],
  ['ⵉⴹⵍⵍⵉ ⵃⵄⵅⵇⵕⵚⵟⵥⵛ', 'iḍlli ḥɛxqṛṣṭẓc'],
])('%s is written %s', (tifinagh, latin) => {
  expect(tifinaghToLatin(tifinagh)).toBe(latin);
});

test('everything else stays: markup, Arabic, character references', () => {
  const html = '<a href="/zgh/" lang="ar">العربية 15 &#11612;</a>';
  expect(tifinaghToLatin(html)).toBe(html);
});
