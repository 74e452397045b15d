import { describe, expect, test } from 'vitest';
import ar from '../../../src/i18n/strings/ar.json' with { type: 'json' };
import en from '../../../src/i18n/strings/en.json' with { type: 'json' };
import es from '../../../src/i18n/strings/es.json' with { type: 'json' };
import fr from '../../../src/i18n/strings/fr.json' with { type: 'json' };
import zgh from '../../../src/i18n/strings/zgh.json' with { type: 'json' };
import { translator } from '../../../src/i18n/translator.ts';
import { checkTifinagh } from '../../../src/model/check/tifinagh.ts';

const PLURAL = /_(zero|one|two|few|many|other)$/;
const withoutPlural = (strings: Record<string, string>) => new Set(Object.keys(strings).map((key) => key.replace(PLURAL, '')));
const valuesIn = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
const French: Record<string, string> = fr;

describe.each(Object.entries({ ar, en, es, zgh } satisfies Record<string, Record<string, string>>))(
  '%s',
  (locale, strings: Record<string, string>) => {
    test('has exactly the keys of the French interface', () => {
      expect(withoutPlural(strings)).toEqual(withoutPlural(fr));
    });
    test('has the same values in braces', () => {
      const differing = Object.entries(strings).filter(
        ([key, text]) => !PLURAL.test(key) && French[key] !== undefined && String(valuesIn(text)) !== String(valuesIn(French[key])),
      );
      expect(differing).toEqual([]);
    });
    test('has every plural form that its language needs', () => {
      const forms = locale === 'zgh' ? [] : new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
      const plurals = new Set(
        Object.keys(French)
          .filter((key) => PLURAL.test(key))
          .map((key) => key.replace(PLURAL, '')),
      );
      const missing = [...plurals].flatMap((key) => forms.map((form) => `${key}_${form}`)).filter((key) => !(key in strings));
      expect(missing).toEqual([]);
    });
  },
);

test('the Amazigh interface is written in IRCAM’s letters and avoids the traps', () => {
  expect(Object.entries(zgh).flatMap(([key, text]) => checkTifinagh(key, text.replace(/\{\{\w+\}\}/g, '')))).toEqual([]);
});

test('a count takes the plural form of the language, and Amazigh names it after a colon', () => {
  expect([1, 2, 3, 11].map((count) => translator('ar')('papers.copies', { count }))).toHaveLength(4);
  expect(new Set([1, 2, 3, 11].map((count) => translator('ar')('papers.copies', { count }))).size).toBe(4);
  expect(translator('fr')('papers.copies', { count: 2 })).toBe('2 copies');
  expect(translator('zgh-latn')('papers.copies', { count: 2 })).toMatch(/: 2$/);
});
