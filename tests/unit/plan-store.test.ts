import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNeeds } from '../../src/components/plan-store.ts';

test('a plan is read from a link, each need once', () => {
  expect(readNeeds('mre-card-lost+back-amo+mre-card-lost')).toEqual({ needs: ['mre-card-lost', 'back-amo'], damaged: false });
  expect(readNeeds('')).toEqual({ needs: [], damaged: false });
});

test('whatever stands in a link, only names that could be ours are read, and a damaged link is told', () => {
  expect(readNeeds('mre-card-lost+../../etc').damaged).toBe(true);
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { needs, damaged } = readNeeds(text);
      expect(needs.every((need) => /^[a-z0-9-]+$/.test(need))).toBe(true);
      expect(damaged).toBe(text.split('+').some((part) => part !== '' && !needs.includes(part)));
    }),
  );
});
