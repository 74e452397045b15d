import { describe, expect, test } from 'vitest';
import { checkOrientation, depthOf } from '../../../src/model/check/orientation.ts';
import type { DraftContent } from '../../../src/model/content.ts';
import { LOCALES } from '../../../src/model/locale.ts';
import {
  audiencesOf,
  audienceStarts,
  MOST_QUESTIONS,
  nextOf,
  OrientationNode,
  reachableFrom,
  shortestPaths,
  START,
} from '../../../src/model/orientation.ts';
import { readCheckedContent } from '../../../src/reader/checked-content.ts';
import { content, facts, plainText, words } from '../content-fixture.ts';

const translation = { origin: 'fr', method: 'machine', reviewed: null };
const question = (to: string[], changes: Record<string, unknown> = {}) =>
  OrientationNode.parse({
    kind: 'question',
    text: plainText,
    answers: to.map((id) => ({ text: plainText, to: id })),
    otherwise: 'people',
    translation,
    ...changes,
  });
const outcome = (changes: Record<string, unknown> = {}) =>
  OrientationNode.parse({ kind: 'outcome', title: plainText, first: plainText, procedures: ['card'], translation, ...changes });

/** A small graph in which nothing is wrong; a test puts one thing wrong. */
function draft(changes: Record<string, OrientationNode> = {}): DraftContent {
  const nodes = {
    start: question(['mre', 'people']),
    mre: question(['card', 'people'], { audience: 'mre' }),
    card: outcome({ conditions: ['minor'] }),
    people: outcome(),
    ...changes,
  };
  return content({ orientation: new Map(Object.entries(nodes)) });
}

const told = (draft: DraftContent) => checkOrientation(draft).map(({ where, what }) => `${where}: ${what}`);

describe('the check of the guided questions', () => {
  test('finds nothing wrong where nothing is', () => {
    expect(told(draft())).toEqual([]);
  });
  test.each([
    ['a circle', draft({ card: question(['mre', 'people']) }), 'The questions lead round in a circle.'],
    ['a node nobody comes to', draft({ lost: outcome() }), 'lost.yaml: No answer leads here.'],
    [
      '"something else" that asks again',
      draft({ mre: question(['card', 'people'], { audience: 'mre', otherwise: 'more' }), more: question(['card', 'people']) }),
      '"more" is a question.',
    ],
    [
      'a condition that changes nothing',
      draft({ card: outcome({ conditions: ['abroad'] }) }),
      'No procedure of this outcome depends on "abroad".',
    ],
  ])('refuses %s', (_case, wrong, what) => {
    expect(told(wrong).join('\n')).toContain(what);
  });
  test('refuses a path of more than five questions', () => {
    const chain = Object.fromEntries(
      ['card', 'b', 'c', 'd', 'e'].map((id, index, ids) => [id, question([ids[index + 1] ?? 'people', 'people'])]),
    );
    expect(told(draft(chain))).toEqual(['src/content/orientation/start.yaml: A path has 7 questions.']);
  });
  test('refuses a procedure that is not meant for those who come, and one that nobody is led to', () => {
    const other = { id: 'visa', facts: facts({ audiences: ['third-country'] }), words: { fr: words('fr') } };
    const more = { id: 'pass', facts: facts(), words: { fr: words('fr') } };
    const wrong = draft({ card: outcome({ procedures: ['card', 'visa'] }) });
    for (const procedure of [other, more]) wrong.procedures.set(procedure.id, procedure);
    expect(told(wrong)).toEqual([
      'src/content/orientation/card.yaml › procedures[1]: "visa" is not meant for "mre", who can come here.',
      'src/content/orientation/mre.yaml: No answer leads "mre" to the procedure "pass".',
    ]);
  });
});

describe('the questions of the portal, all of them', async () => {
  const { content: real } = await readCheckedContent('src/content');
  const graph = real.orientation;
  const paths = shortestPaths(graph);

  test('no circle, and at most five questions to an outcome', () => {
    expect(depthOf(graph, START)).toBeLessThanOrEqual(MOST_QUESTIONS);
  });
  test('no unreachable node and no dead end', () => {
    expect([...graph.keys()].filter((id) => !paths.has(id))).toEqual([]);
    const ends = [...graph].filter(([, node]) => nextOf(node).length === 0).map(([, { kind }]) => kind);
    expect(new Set(ends)).toEqual(new Set(['outcome']));
    expect([...graph.values()].flatMap(nextOf).filter((id) => !graph.has(id))).toEqual([]);
  });
  test('every question has two to eight answers, and every text five languages', () => {
    for (const node of graph.values()) {
      if (node.kind === 'question') expect([2, 3, 4, 5, 6, 7, 8]).toContain(node.answers.length);
      const texts = node.kind === 'question' ? [node.text, ...node.answers.map(({ text }) => text)] : [node.title, node.first];
      for (const text of texts) expect(Object.keys(text).sort()).toEqual([...LOCALES].sort());
    }
  });
  test('each audience is led to exactly the procedures that are meant for it', () => {
    const starts = audienceStarts(graph);
    expect([...starts.keys()].sort()).toEqual([...real.audiences.keys()].sort());
    for (const [audience, start] of starts) {
      const led = [...reachableFrom(graph, start)].flatMap((id) => {
        const node = graph.get(id);
        return node?.kind === 'outcome' ? node.procedures : [];
      });
      const meant = [...real.procedures.values()].filter(({ facts: { audiences } }) => audiences.includes(audience)).map(({ id }) => id);
      expect([...new Set(led)].sort()).toEqual(meant.sort());
    }
  });
  test('no outcome names a procedure for others', () => {
    for (const [id, audiences] of audiencesOf(graph)) {
      const node = graph.get(id);
      if (node?.kind !== 'outcome') continue;
      for (const procedure of node.procedures)
        for (const audience of audiences)
          expect(real.procedures.get(procedure)?.facts.audiences, `${id}: ${procedure}`).toContain(audience);
    }
  });
});
