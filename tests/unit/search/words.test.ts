import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amazighKeys, looseKey, stemKey } from '../../../src/search/amazigh.ts';
import { editDistance } from '../../../src/search/distance.ts';
import { formsOf, wordsOf } from '../../../src/search/words.ts';
import searches from './amazigh-searches.json' with { type: 'json' };

describe('Amazigh as people type it', () => {
  const PASSES: Record<string, (key: string) => string> = { key: (key) => key, loose: looseKey, stem: (key) => stemKey(looseKey(key)) };
  test.each(searches)('$query finds $tfng by $found_by', ({ query, tfng, found_by: pass }) => {
    const keys = (word: string) => amazighKeys(word);
    if (pass === 'near') {
      expect(Math.min(...keys(query).flatMap((one) => keys(tfng).map((other) => editDistance(one, other, 1))))).toBe(1);
      return;
    }
    if (pass === 'none') return;
    const form = PASSES[pass] ?? ((key: string) => key);
    expect(
      keys(query)
        .map(form)
        .some((key) => keys(tfng).map(form).includes(key)),
    ).toBe(true);
  });
});

describe('words', () => {
  test.each([
    ['Carte de SÉJOUR', ['carte', 'de', 'sejour']],
    ['l’école d’été', ['l', 'ecole', 'd', 'ete']],
    ['٣ أشهر', ['3', 'اشهر']],
    ['الإِقامــة', ['الاقامه']],
    ['ﻻﺟﺊ', ['لاجي']],
    ['ⵜⴰⵎⵓⵔⵜ ⵏⵏⴽⵯⵏ', ['ⵜⴰⵎⵓⵔⵜ', 'ⵏⵏⴽⵯⵏ']],
    ['<b>"x"; DROP TABLE', ['b', 'x', 'drop', 'table']],
    ['🙂 !? \u202E', []],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
  test.each([
    ['السيارات', 'سيارة'],
    ['والبطاقة', 'بطاقات'],
    ['cartes', 'carte'],
    ['residencia', 'residencias'],
    ['permits', 'permit'],
  ])('%s and %s have one stem', (one, other) => {
    const stem = (text: string) => wordsOf(text).map((word) => formsOf(word).stem);
    expect(stem(one)).toEqual(stem(other));
  });
  test.each([
    ['ta3chir', 'تعشير'],
    ['bita9a', 'البطاقة'],
    ['l7ala', 'الحالة'],
    ['3a9d', 'عقد'],
    ['choghl', 'الشغل'],
  ])('%s is heard like %s', (latin, arabic) => {
    const bones = (text: string) => wordsOf(text).flatMap((word) => formsOf(word).bones);
    expect(bones(latin).some((key) => bones(arabic).includes(key))).toBe(true);
  });
  test('whatever is typed, the same words come out however it is composed, and never too many', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const words = wordsOf(text);
        expect(words.length).toBeLessThanOrEqual(24);
        expect(wordsOf(text.normalize('NFD'))).toEqual(wordsOf(text.normalize('NFC')));
        for (const word of words) expect(formsOf(word)).toEqual(formsOf(word));
      }),
    );
  });
});

test.each([
  ['sejuor', 'sejour', 1],
  ['pasport', 'passport', 1],
  ['kitten', 'sitting', 3],
  ['abc', 'xyz', 3],
])('from %s to %s: %i', (one, other, distance) => {
  expect(editDistance(one, other, 2)).toBe(Math.min(distance, 3));
});
