import { expect, test } from 'vitest';
import { reportAsCsv, reportAsHtml, reportOf } from '../../../src/desk/report.ts';

const HOUR = 3_600_000;
const row = (index: number, cell: string) => ({
  number: `N${index}`,
  idempotency_key: `k${index}`,
  cell,
  locale: 'fr',
  language: 'ar',
  channel: 'phone',
  node: 'mre-card-lost',
  procedures: '["passport"]',
  conditions: '[]',
  content: '{"message":"secret words"}',
  state: 'answered' as const,
  passed_to: null,
  created: 0,
  taken: HOUR,
  answered: 3 * HOUR,
  closed: 3 * HOUR,
  reminders: 0,
  remind_at: null,
});
const named = (fr: string) => ({ ar: '', fr, en: '', es: '', zgh: '' });
const names = {
  procedures: { passport: named('Passeport') },
  nodes: {},
  conditions: {},
  places: { 'commune-nador': named('Commune de Nador') },
  provinces: { nador: named('Nador') },
  cells: { 'commune-nador': { mailbox: null, province: 'nador' } },
};
const rows = [
  ...Array.from({ length: 9 }, (_, index) => row(index, 'commune-nador')),
  ...['a', 'b', 'c'].flatMap((cell) => [row(10, cell), row(11, cell)]),
];

test('requests are counted by group, and groups of fewer than five are merged', () => {
  const lines = reportOf(rows, names);
  expect(lines).toContainEqual({ group: 'requests', value: 'all', count: 15 });
  expect(lines).toContainEqual({ group: 'median hours', value: 'to answered', count: 3 });
  expect(lines).toContainEqual({ group: 'procedure', value: 'Passeport', count: 15 });
  expect(lines.filter(({ group }) => group === 'province')).toEqual([
    { group: 'province', value: 'Nador', count: 9 },
    { group: 'province', value: 'several', count: 6 },
  ]);
  expect(lines.filter(({ group }) => group === 'cell')).toEqual([
    { group: 'cell', value: 'Commune de Nador', count: 9 },
    { group: 'cell', value: 'fewer than 5 each', count: 6 },
  ]);
});

test('where even all small groups together are few, they are left out', () => {
  expect(reportOf(rows.slice(0, 2), names).filter(({ group }) => group === 'cell')).toEqual([]);
});

test('nothing that people wrote is in a report', () => {
  const lines = reportOf(rows, names);
  for (const text of [reportAsCsv(lines), reportAsHtml(lines, '<b>')]) {
    expect(text).not.toContain('secret');
    expect(text).not.toContain('<b>');
  }
});
