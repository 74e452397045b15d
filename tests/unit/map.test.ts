import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNames } from '../../src/map/name-list.ts';
import { drawn, HEIGHT, isNearRegion, kilometres, WIDTH } from '../../src/map/projection.ts';
import { searchable } from '../../src/map/town-name.ts';
import { layersOf } from '../../src/map/topology.ts';

const NADOR = { lat: 35.168, lon: -2.934 };
const OUJDA = { lat: 34.681, lon: -1.909 };
const FIGUIG = { lat: 32.109, lon: -1.229 };
const place = fc.record({ lat: fc.double({ min: -85, max: 85, noNaN: true }), lon: fc.double({ min: -180, max: 180, noNaN: true }) });

describe('distances as the crow flies', () => {
  test.each([
    [NADOR, OUJDA, 108],
    [OUJDA, FIGUIG, 293],
  ])('from %j to %j some %i km', (from, to, expected) => {
    expect(Math.abs(kilometres(from, to) - expected)).toBeLessThan(2);
  });
  test('are the same both ways, nothing to oneself, and never more than half round the Earth', () => {
    fc.assert(
      fc.property(place, place, (from, to) => {
        expect(kilometres(from, to)).toBeCloseTo(kilometres(to, from), 6);
        expect(kilometres(from, from)).toBe(0);
        expect(kilometres(from, to)).toBeLessThanOrEqual(Math.PI * 6371);
      }),
    );
  });
});

test('the cities of the region lie in its drawing, each where it is', () => {
  const [nadorX, nadorY] = drawn(NADOR);
  const [oujdaX] = drawn(OUJDA);
  const [figuigX, figuigY] = drawn(FIGUIG);
  expect(nadorX).toBeLessThan(oujdaX);
  expect(oujdaX).toBeLessThan(figuigX);
  expect(figuigY).toBeGreaterThan(nadorY);
  for (const [x, y] of [drawn(NADOR), drawn(FIGUIG)]) expect(x > 0 && x < WIDTH && y > 0 && y < HEIGHT).toBe(true);
});

test.each([
  [OUJDA, true],
  [{ lat: 48.85, lon: 2.35 }, false],
  [{ lat: 33.57, lon: -7.59 }, false],
])('%j is near the region: %s', (at, isNear) => {
  expect(isNearRegion(at)).toBe(isNear);
});

test.each([null, 'x', {}, [], { type: 'Topology' }, { type: 'Topology', objects: {} }])('%j is no basemap', (data) => {
  expect(() => layersOf(data)).toThrow('basemap');
});

test('names are read from whatever comes, the seat of a province before the province', () => {
  expect(readNames([['Nador', 35, -2, 0], ['x'], null, ['Nador', 35.1, -2.9, 1]]).map(({ rank }) => rank)).toEqual([1, 0]);
  fc.assert(fc.property(fc.jsonValue(), (data) => Array.isArray(readNames(data))));
});

test.each([
  ['Zaïo', 'zaio'],
  ['Al-Aaroui', 'AL AAROUI'],
  ['أحفير', 'احفير'],
])('a town is found however it is typed: %s, %s', (one, other) => {
  expect(searchable(one)).toBe(searchable(other));
});
