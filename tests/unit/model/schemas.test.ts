import { describe, expect, test } from 'vitest';
import { Figure } from '../../../src/model/figure.ts';
import { Position } from '../../../src/model/place.ts';
import { Source } from '../../../src/model/source.ts';
import { facts } from '../content-fixture.ts';

const source = { id: 'law', title: 'Law', publisher: 'State', url: 'https://example.org', consulted: '2026-01-02' };

test('a source without the day on which it was read is refused', () => {
  const { consulted, ...undated } = source;
  expect(Source.safeParse({ ...source, consulted }).success).toBe(true);
  expect(Source.safeParse(undated).success).toBe(false);
});

test.each([
  { lat: -2.93, lon: 35.17, precision: 'town' },
  { lat: 35.17, lon: 2.93, precision: 'town' },
  { lat: 35.17, lon: -2.93, precision: 'street' },
])('a position outside Morocco or of unknown precision is refused: %j', (position) => {
  expect(Position.safeParse(position).success).toBe(false);
});

describe('figures', () => {
  test.each([
    { value: [200, 300], unit: 'MAD', source: 'law' },
    { value: '--06-05', unit: 'date', source: 'law' },
    { value: '08:30-16:30', unit: 'time', source: 'law' },
    { value: '35 × 45 mm', unit: 'reference', source: 'law' },
  ])('%j is a figure', (figure) => {
    expect(Figure.safeParse(figure).success).toBe(true);
  });
  test.each([
    { value: 300, unit: 'MAD' },
    { value: -1, unit: 'day', source: 'law' },
    { value: 16, unit: 'years', source: 'law' },
    { value: '5/6/2026', unit: 'date', source: 'law' },
    { value: 'cnie.ma', unit: 'website', source: 'law' },
  ])('%j is none', (figure) => {
    expect(Figure.safeParse(figure).success).toBe(false);
  });
});

test('a misspelt key, a fact without a source and a procedure without sources are refused', () => {
  expect(() => facts({ audience: ['mre'] })).toThrow('audience');
  expect(() => facts({ fees: [{ id: 'stamp', amount: 75, currency: 'MAD' }] })).toThrow('source');
  expect(() => facts({ sources: [] })).toThrow('a fact without a source is not published');
});
