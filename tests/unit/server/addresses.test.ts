import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betterAddress, pageLanguage, preferredLocale } from '../../../src/server/addresses.ts';

describe('the language of a visitor of whom only the browser is known', () => {
  test.each([
    ['fr-MA,fr;q=0.9,en;q=0.5', 'fr'],
    ['de,es;q=0.4', 'es'],
    ['ar-MA', 'ar'],
    ['rif', 'zgh'],
    ['de', 'ar'],
    ['', 'ar'],
    [undefined, 'ar'],
    ['\u0000;;q=banana', 'ar'],
  ])('%j: %s', (header, locale) => {
    expect(preferredLocale(header)).toBe(locale);
  });
});

describe('a wrong address', () => {
  const pages = ['/fr/', '/es/', '/es/procedures/passport/', '/fr/procedures/passport/'];
  const better = (address: string) => betterAddress(address, 'es', (path) => pages.includes(path));
  test.each([
    ['/procedures/passport', '/es/procedures/passport/'],
    ['/de/procedures/passport/', '/es/procedures/passport/'],
    ['/fr-MA/procedures/passport/?a=b', '/fr/procedures/passport/?a=b'],
    ['/FR/Procedures/Passport/index.html', '/fr/procedures/passport/'],
    ['/de', '/es/'],
    ['/', '/es/'],
  ])('%s leads to %s', (address, target) => {
    expect(better(address)).toBe(target);
  });
  test.each(['/fr/procedures/unknown/', '/nothing/at/all'])('%s leads nowhere', (address) => {
    expect(better(address)).toBeUndefined();
  });
  test.each([
    ['/fr/orientation/mre-card-found/', '/fr/orientation/mre-card/#moved'],
    ['/fr/orientation/mre/', '/fr/orientation/#moved'],
    ['/de/orientation/nothing/', '/es/orientation/#moved'],
    ['/fr/orientation/../../etc/', '/fr/orientation/#moved'],
  ])('an old question, %s, leads to the nearest that is left: %s', (address, target) => {
    const nodes = ['/fr/orientation/', '/es/orientation/', '/fr/orientation/mre-card/'];
    expect(betterAddress(address, 'es', (path) => nodes.includes(path))).toBe(target);
  });
  test('whatever is sent, the answer is a page of the site or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const target = better(`/${text}`)?.split('?')[0];
        expect(target === undefined || pages.includes(target)).toBe(true);
      }),
    );
  });
});

test('an address tells its language by its first part', () => {
  expect(['/zgh-latn/x/', '/fr?q', '/francais/', '/'].map(pageLanguage)).toEqual(['zgh-latn', 'fr', undefined, undefined]);
});
