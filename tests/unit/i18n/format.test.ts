import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatDate,
  formatDuration,
  formatFigure,
  formatMoney,
  formatNumber,
  formatQuantity,
  formatWeekday,
} from '../../../src/i18n/format.ts';
import { LOCALES } from '../../../src/model/locale.ts';

/** No-break spaces as plain ones: which of them a locale uses is Intl's business. */
const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ');

test.each([
  ['fr', '1 500 DH'],
  ['en', '1,500 DH'],
  ['es', '1500 DH'],
  ['zgh', '1 500 DH'],
  ['ar', '1.500 درهم'],
] as const)('money in %s: %s', (locale, written) => {
  expect(plain(formatMoney(1500, 'MAD', locale))).toBe(written);
});

test.each([
  [3, '3 دراهم'],
  [75, '75 درهمًا'],
  [0, '0 درهم'],
])('Arabic money takes the form of its number: %i', (amount, written) => {
  expect(plain(formatMoney(amount, 'MAD', 'ar'))).toBe(written);
});

test('a range names its unit once', () => {
  expect(plain(formatMoney([200, 300], 'MAD', 'fr'))).toBe('200–300 DH');
  expect(plain(formatQuantity([2, 3], 'year', 'fr'))).toBe('2–3 ans');
});

describe('dates have as much as is known', () => {
  test.each([
    ['2026-06-05', '5 juin 2026', '5 يونيو 2026', '5 ⵢⵓⵏⵢⵓ 2026'],
    ['2024-08', 'août 2024', 'غشت 2024', 'ⵖⵓⵛⵜ 2024'],
    ['2024', '2024', '2024', '2024'],
    ['--12-01', '1er décembre', '1 دجنبر', '1 ⴷⵓⵊⴰⵏⴱⵉⵔ'],
  ])('%s', (date, fr, ar, zgh) => {
    expect([formatDate(date, 'fr'), formatDate(date, 'ar'), formatDate(date, 'zgh')]).toEqual([fr, ar, zgh]);
  });
});

test.each([
  ['P3M', '3 mois', '3 أشهر'],
  ['PT48H', '48 heures', '48 ساعة'],
  ['P2Y', '2 ans', 'سنتان'],
  ['P1Y6M', '1 an, 6 mois', 'سنة و6 أشهر'],
])('%s is written as the law writes it', (duration, fr, ar) => {
  expect([plain(formatDuration(duration, 'fr')), formatDuration(duration, 'ar')]).toEqual([fr, ar]);
});

test('a website loses its scheme, a phone is spaced', () => {
  expect(formatFigure({ value: 'https://www.cnie.ma/', unit: 'website', source: 's' }, 'fr')).toBe('cnie.ma');
  expect(formatFigure({ value: '+212537663300', unit: 'phone', source: 's' }, 'ar')).toBe('+212 5 37 66 33 00');
});

test('every number keeps Western digits in every language, and no language falls back to English words', () => {
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom(...LOCALES), (value, locale) => {
      expect(formatNumber(value, locale).replace(/\D/g, '')).toBe(String(value));
    }),
  );
  expect(formatWeekday(0, 'zgh')).toBe('ⴰⵢⵏⴰⵙ');
  expect(formatQuantity(3, 'day', 'zgh')).not.toMatch(/[a-z]/);
});
