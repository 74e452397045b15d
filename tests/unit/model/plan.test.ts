import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayConcern, mergePapers } from '../../../src/model/plan.ts';
import { PaperNeed } from '../../../src/model/procedure.ts';

const GROUPS: Record<string, string> = { lost: 'request', renewal: 'request', minor: 'age', adult: 'age', abroad: 'place' };
const groupOf = (condition: string) => GROUPS[condition];
const need = (paper: string, changes: Partial<PaperNeed> = {}) => PaperNeed.parse({ paper, form: 'original', source: 'law', ...changes });

describe('what may concern a person', () => {
  test.each([
    [[], ['lost'], true],
    [['lost'], ['lost', 'abroad'], true],
    [['renewal'], ['lost'], false],
    [['minor'], ['lost'], true],
    [['lost', 'minor'], ['lost', 'adult'], false],
  ])('%j, when %j is settled: %s', (when, settled, expected) => {
    expect(mayConcern(when, settled, groupOf)).toBe(expected);
  });
});

test('a paper wanted three times stands once, with the most copies and what each wants', () => {
  const plan = mergePapers(
    [
      { id: 'a', papers: [need('photo'), need('card', { copies: 1, when: ['minor'] })] },
      { id: 'b', papers: [need('card', { copies: 3, form: 'copy', validity: 'P3M' }), need('old', { when: ['renewal'] })] },
    ],
    ['lost'],
    groupOf,
  );
  expect(plan.map(({ paper, copies }) => [paper, copies])).toEqual([
    ['photo', 0],
    ['card', 3],
  ]);
  expect(plan[1]?.wants).toEqual([
    { procedure: 'a', form: 'original', copies: 1, validity: undefined, when: ['minor'] },
    { procedure: 'b', form: 'copy', copies: 3, validity: 'P3M', when: [] },
  ]);
});

test('the merged list is the union of the lists of the procedures under what is settled', () => {
  const condition = fc.constantFrom(...Object.keys(GROUPS));
  const papers = fc.array(
    fc.record({ paper: fc.constantFrom('a', 'b', 'c', 'd'), copies: fc.nat(5), when: fc.uniqueArray(condition, { maxLength: 2 }) }),
    { maxLength: 6 },
  );
  const settled = fc.uniqueArray(condition, { maxLength: 3, selector: groupOf });
  fc.assert(
    fc.property(fc.array(papers, { maxLength: 4 }), settled, (lists, known) => {
      const procedures = lists.map((list, index) => ({ id: `p${index}`, papers: list.map(({ paper, ...rest }) => need(paper, rest)) }));
      // Plainly, one need after the other: no condition may be contradicted by a settled one of its group.
      const wanted = procedures.flatMap(({ id, papers: list }) =>
        list
          .filter(({ when }) => !when.some((one) => known.some((other) => other !== one && groupOf(other) === groupOf(one))))
          .map(({ paper, copies }) => ({ paper, copies, id })),
      );
      const plan = mergePapers(procedures, known, groupOf);
      expect(plan.map(({ paper }) => paper)).toEqual([...new Set(wanted.map(({ paper }) => paper))]);
      for (const { paper, copies, wants } of plan) {
        const plain = wanted.filter((one) => one.paper === paper);
        expect(copies).toBe(Math.max(...plain.map((one) => one.copies)));
        expect(wants.map(({ procedure, copies: each }) => [procedure, each])).toEqual(plain.map((one) => [one.id, one.copies]));
      }
    }),
  );
});
