import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { officeClock, officeOffsets } from '../../../src/model/office-time.ts';
import { type OfficeCalendar, openingState, type PlaceHours } from '../../../src/model/opening-state.ts';
import { DAY_MINUTES } from '../../../src/model/weekly-hours.ts';

const OFFICE = [[510, 990]] as const;
const rule: PlaceHours = { week: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []], isGeneralRule: true, closures: [] };
const always: PlaceHours = { week: Array.from({ length: 7 }, () => [[0, DAY_MINUTES]] as const), isGeneralRule: false, closures: [] };
const calendar: OfficeCalendar = {
  holidays: [['2027-01-11', '2027-01-11']],
  unsure: [['2027-03-09', '2027-03-12']],
  ramadan: [['2027-02-08', '2027-03-10']],
};
const at = (date: string, clock: string) => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return { date, day: (new Date(date).getUTCDay() + 6) % 7, minute: hours * 60 + minutes };
};
const state = (hours: PlaceHours, date: string, clock: string) => openingState(hours, at(date, clock), calendar);

describe('the hours of administrations', () => {
  test.each([
    ['an ordinary Tuesday', '2027-01-05', '10:00', { state: 'open', until: 990 }],
    ['the minute of opening', '2027-01-05', '08:30', { state: 'open', until: 990 }],
    ['the minute of closing', '2027-01-05', '16:30', { state: 'closed', reason: 'hours', next: { inDays: 1, day: 2, minute: 510 } }],
    ['before opening', '2027-01-05', '07:00', { state: 'closed', reason: 'hours', next: { inDays: 0, day: 1, minute: 510 } }],
    [
      'Friday evening before a holiday on Monday',
      '2027-01-08',
      '18:00',
      { state: 'closed', reason: 'hours', next: { inDays: 4, day: 1, minute: 510 } },
    ],
    ['a holiday', '2027-01-11', '10:00', { state: 'closed', reason: 'holiday', next: { inDays: 1, day: 1, minute: 510 } }],
    ['Ramadan, after three', '2027-02-09', '15:30', { state: 'closed', reason: 'hours', next: { inDays: 1, day: 2, minute: 540 } }],
    ['Ramadan, noon', '2027-02-09', '12:00', { state: 'open', until: 900 }],
    ['around a religious holiday', '2027-03-10', '10:00', { state: 'unsure' }],
    ['the evening before it', '2027-03-08', '20:00', { state: 'closed', reason: 'hours', next: undefined }],
  ])('%s', (_, date, clock, expected) => {
    expect(state(rule, date, clock)).toEqual(expected);
  });
});

test('a place that is open day and night keeps no holiday', () => {
  for (const date of ['2027-01-11', '2027-03-10']) expect(state(always, date, '03:00')).toEqual({ state: 'open', until: undefined });
});

test('a place that posts its own hours is asked on a holiday', () => {
  expect(state({ ...rule, isGeneralRule: false }, '2027-01-11', '10:00')).toEqual({ state: 'unsure' });
});

test('an announced closure goes before everything', () => {
  const closed = { ...rule, closures: [['2027-01-04', '2027-01-06'] as const] };
  expect(state(closed, '2027-01-05', '10:00')).toEqual({ state: 'closed', reason: 'closure', next: { inDays: 2, day: 3, minute: 510 } });
  expect(state({ ...always, closures: closed.closures }, '2027-01-05', '10:00')).toMatchObject({ reason: 'closure' });
});

const openings = fc
  .array(fc.integer({ min: 0, max: DAY_MINUTES }), { maxLength: 6 })
  .map((minutes) => [...new Set(minutes)].sort((one, other) => one - other))
  .map((minutes) =>
    minutes.flatMap((opens, index) => (index % 2 === 0 && minutes[index + 1] ? [[opens, minutes[index + 1] ?? opens] as const] : [])),
  );
const hours = fc.record({
  week: fc.array(openings, { minLength: 7, maxLength: 7 }),
  isGeneralRule: fc.boolean(),
  closures: fc.constant([]),
});
const moment = fc.date({ min: new Date('2026-12-01'), max: new Date('2027-12-01'), noInvalidDate: true });
const offsets = officeOffsets(new Date('2026-11-01T00:00:00Z'), 800);

test('the next opening that is promised is one at which the place is open, and there is none before it', () => {
  fc.assert(
    fc.property(hours, moment, (place, now) => {
      const time = officeClock(now, offsets);
      const found = openingState(place, time, calendar);
      if (found.state !== 'closed' || !found.next) return;
      const { inDays, day, minute } = found.next;
      const date = new Date(Date.parse(time.date) + inDays * DAY_MINUTES * 60_000).toISOString().slice(0, 10);
      expect((time.day + inDays) % 7).toBe(day);
      expect(openingState(place, { date, day, minute }, calendar).state).toBe('open');
      expect(inDays > 0 || minute > time.minute).toBe(true);
      if (inDays > 0) expect(openingState(place, { ...time, minute: DAY_MINUTES - 1 }, calendar).state).toBe('closed');
    }),
  );
});

test('the zone of the device changes nothing', () => {
  const zone = process.env['TZ'];
  fc.assert(
    fc.property(hours, moment, fc.constantFrom('Europe/Madrid', 'America/New_York', 'Asia/Tokyo', 'Pacific/Apia'), (place, now, device) => {
      const answer = () => openingState(place, officeClock(now, offsets), calendar);
      process.env['TZ'] = 'Africa/Casablanca';
      const athome = answer();
      process.env['TZ'] = device;
      expect(answer()).toEqual(athome);
    }),
  );
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});
