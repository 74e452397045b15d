import { expect, test } from 'vitest';
import { sheetHtml } from '../../../scripts/review/sheet.ts';
import { contentWith, facts, plainText, words } from '../content-fixture.ts';

const text = { kind: 'decree', number: '2-09-607', source: 'law' };
const draft = contentWith({
  facts: facts({ fixedList: { text }, online: [{ url: 'https://example.org/form', source: 'law' }] }),
  words: { es: words('es', { who: 'Desde <{age}>', pitfalls: ['una [[kafala|trampa]]'] }) },
});
const procedure = draft.procedures.get('card');

test('a review sheet holds every fact with its source, and every section in both languages', () => {
  if (!procedure) throw new Error('The fixture has no card.');
  const sheet = sheetHtml(procedure, draft, ['es', 'ar']);
  // Paper, fee, deadline, figure, link, text of law: each numbered and sourced.
  for (const value of [plainText.es, '75', '16', 'https://example.org/form', '2-09-607', 'https://example.org/law'])
    expect(sheet).toContain(value);
  expect(sheet.match(/\[1\]/g)).toHaveLength(6);
  for (const section of ['summary', 'who', 'where', 'step-1', 'pitfall-1']) expect(sheet).toContain(`<bdi>${section}</bdi>`);
  expect(sheet).toContain('lang="ar" dir="rtl"');
});

test('a fact in the words carries its number, and what an editor writes stays text', () => {
  if (!procedure) throw new Error('The fixture has no card.');
  const sheet = sheetHtml(procedure, draft, ['es', 'ar']);
  expect(sheet).toMatch(/Desde &lt;<b>16.años<\/b><sup>4<\/sup>&gt;/);
  expect(sheet).toContain('una trampa');
});
