import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDuration, parseDuration } from '../../../src/model/duration.ts';

test.each(['', 'P', '3 mois', 'P1.5Y', '-P3M', 'PT', 'P3'])('refuses %j and shows a valid form', (text) => {
  expect(() => parseDuration(text)).toThrow(`"${text}" is not a duration. Write P10Y`);
});

test('reads back every duration that can be written', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.nat(), fc.nat(), fc.nat(), (years, months, weeks, days, hours) => {
      expect(parseDuration(`P${years}Y${months}M${weeks}W${days}DT${hours}H`)).toEqual({ years, months, weeks, days, hours });
    }),
  );
});

test.each([
  ['2026-11-25', 'P6M', '2027-05-25'],
  ['2026-08-31', 'P6M', '2027-02-28'],
  ['2028-02-29', 'P1Y', '2029-02-28'],
  ['2026-12-31', 'P1W', '2027-01-07'],
])('%s and %s make %s', (day, duration, end) => {
  expect(addDuration(day, parseDuration(duration))).toBe(end);
});
