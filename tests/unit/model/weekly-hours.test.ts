import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weeklyHours } from '../../../src/model/opening-hours.ts';
import { dayRanges, isAlwaysOpen, readWeek, writeWeek } from '../../../src/model/weekly-hours.ts';

const week = weeklyHours('Mo-Th 08:30-16:30; Fr 08:30-12:00,14:00-16:30') ?? [];

test('an ordinary week is read day by day, a closed day empty', () => {
  expect(week).toEqual([
    [[510, 990]],
    [[510, 990]],
    [[510, 990]],
    [[510, 990]],
    [
      [510, 720],
      [840, 990],
    ],
    [],
    [],
  ]);
  expect(dayRanges(week).map(({ from, to }) => [from, to])).toEqual([
    [0, 3],
    [4, 4],
    [5, 6],
  ]);
});

test('round the clock is known as such', () => {
  expect(isAlwaysOpen(weeklyHours('24/7') ?? [])).toBe(true);
  expect(isAlwaysOpen(week)).toBe(false);
});

test('hours that differ with the season have no ordinary week', () => {
  expect(weeklyHours('Jun-Aug Mo-Fr 09:00-15:00; Sep-May Mo-Fr 08:30-16:30')).toBeUndefined();
});

test('a week survives the attribute of a page', () => {
  const opening = fc.tuple(fc.nat(1440), fc.nat(1440));
  fc.assert(
    fc.property(fc.array(fc.array(opening, { maxLength: 3 }), { minLength: 7, maxLength: 7 }), (written) => {
      expect(readWeek(writeWeek(written))).toEqual(written);
    }),
  );
});
