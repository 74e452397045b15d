import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newReference, openSigner, readReference } from '../../../src/desk/reference.ts';

const reference = fc.constant(undefined).map(newReference);

test('a number is read as it was written, typed or said', () => {
  fc.assert(
    fc.property(reference, (number) => {
      expect(number).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]$/);
      for (const typed of [number, number.toLowerCase(), number.replaceAll('-', ''), ` ${number.replaceAll('-', ' ')}`])
        expect(readReference(typed)).toBe(number);
    }),
  );
});

test('one wrong symbol, and two that were exchanged, are noticed', () => {
  const symbols = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
  fc.assert(
    fc.property(reference, fc.nat(7), fc.constantFrom(...Array.from(symbols)), (number, place, other) => {
      const plain = number.replaceAll('-', '');
      const wrong = plain.slice(0, place) + other + plain.slice(place + 1);
      if (wrong !== plain) expect(readReference(wrong)).toBeUndefined();
      const exchanged = plain.slice(0, place) + (plain[place + 1] ?? '') + (plain[place] ?? '') + plain.slice(place + 2);
      if (place < 7 && exchanged !== plain) expect(readReference(exchanged)).toBeUndefined();
    }),
  );
});

test('nothing else is a number', () => {
  fc.assert(fc.property(fc.string({ maxLength: 8 }), (text) => readReference(text) === undefined));
});

test('a signature holds for what was signed, by whoever has the secret', () => {
  const { sign, isSigned } = openSigner(['secret']);
  expect(isSigned(sign('taken', '1'), 'taken', '1')).toBe(true);
  for (const wrong of [openSigner(['other']).sign('taken', '1'), sign('answered', '1'), sign('take', 'n1'), '', 'é'.repeat(16)])
    expect(isSigned(wrong, 'taken', '1')).toBe(false);
});

test('after the secret was replaced, links of before still hold; when the old one is taken away, no longer', () => {
  const link = openSigner(['old']).sign('visitor', '1');
  expect(openSigner(['new', 'old']).isSigned(link, 'visitor', '1')).toBe(true);
  expect(openSigner(['new', 'old']).sign('visitor', '1')).not.toBe(link);
  expect(openSigner(['new']).isSigned(link, 'visitor', '1')).toBe(false);
});
