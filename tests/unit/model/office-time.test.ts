import fc from 'fast-check';
import { expect, test } from 'vitest';
import { officeClock, officeOffsets } from '../../../src/model/office-time.ts';

const offsets = officeOffsets(new Date('2025-01-01T00:00:00Z'), 600);

test.each([
  ['2025-11-24T08:00:00Z', { date: '2025-11-24', day: 0, minute: 9 * 60 }],
  // Ramadan 2026, when Morocco left UTC+1 for UTC.
  ['2026-03-02T08:00:00Z', { date: '2026-03-02', day: 0, minute: 8 * 60 }],
  ['2025-12-31T23:30:00Z', { date: '2026-01-01', day: 3, minute: 30 }],
])('at %s the clock of the offices shows %j', (moment, clock) => {
  expect(officeClock(new Date(moment), offsets)).toEqual(clock);
});

test('the clock agrees with the time zone data at every moment', () => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Africa/Casablanca',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  fc.assert(
    fc.property(fc.date({ min: new Date('2025-01-01'), max: new Date('2026-08-01'), noInvalidDate: true }), (moment) => {
      const { day, minute } = officeClock(moment, offsets);
      const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      expect(format.format(moment)).toBe(`${days[day] ?? ''} ${clock}`);
    }),
  );
});
