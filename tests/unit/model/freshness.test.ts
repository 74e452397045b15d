import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshness, sectionHash, stamp } from '../../../src/model/freshness.ts';
import { words } from '../content-fixture.ts';

test('a translation just stamped is fresh in every section', () => {
  const origin = words('fr', { warning: 'attention', goodToKnow: ['un', 'autre'], pitfalls: ['piège'] }, '## Titre\n\ntexte');
  const states = freshness({ madeFrom: stamp(origin) }, origin);
  expect([...states.keys()]).toEqual([
    'title',
    'summary',
    'who',
    'where',
    'warning',
    'step-1',
    'remark-1',
    'remark-2',
    'pitfall-1',
    'note-late',
    'body',
  ]);
  expect(new Set(states.values())).toEqual(new Set(['fresh']));
});

test('changing one step makes that step alone stale', () => {
  const madeFrom = stamp(words('fr', { steps: ['un', 'deux', 'trois'] }));
  const states = freshness({ madeFrom }, words('fr', { steps: ['un', 'autre chose', 'trois'] }));
  expect([...states].filter(([, state]) => state === 'stale')).toEqual([['step-2', 'stale']]);
});

test('marking a term of the glossary is no change, other words are', () => {
  expect(sectionHash('La [[kafala|kafala]] engage.')).toBe(sectionHash('La kafala engage.'));
  expect(sectionHash('La [[kafala|tutelle]] engage.')).not.toBe(sectionHash('La kafala engage.'));
});

test('white space and Unicode form do not count as a change, letters do', () => {
  expect(sectionHash('  é  a\n')).toBe(sectionHash('e\u0301 a'));
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(sectionHash(text)).toMatch(/^[0-9a-f]{8}$/);
      expect(sectionHash(`${text}x`)).not.toBe(sectionHash(text));
    }),
  );
});
