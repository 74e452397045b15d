import type { DraftContent } from '../content.ts';
import { audiencesOf, audienceStarts, type Graph, MOST_QUESTIONS, nextOf, reachableFrom, shortestPaths, START } from '../orientation.ts';
import type { Problem } from '../problem.ts';

const file = (id: string) => `src/content/orientation/${id}.yaml`;

/**
 * How many questions one may have to answer.
 * @param graph - All nodes.
 * @param id - Where one begins.
 * @param above - Questions asked before.
 * @param known - Depths found before.
 * @returns The most questions from there to an outcome; undefined where one can go round in circles.
 */
export function depthOf(graph: Graph, id: string, above: readonly string[] = [], known = new Map<string, number>()): number | undefined {
  const node = graph.get(id);
  if (above.includes(id)) return undefined;
  if (!node || node.kind === 'outcome') return 0;
  const before = known.get(id);
  if (before !== undefined) return before;
  const depths = nextOf(node).map((next) => depthOf(graph, next, [...above, id], known));
  if (depths.includes(undefined)) return undefined;
  const depth = 1 + Math.max(...depths.map((below) => below ?? 0));
  known.set(id, depth);
  return depth;
}

function checkShape(graph: Graph): Problem[] {
  if (graph.size === 0) return [];
  const reached = shortestPaths(graph);
  const lost = [...graph.keys()]
    .filter((id) => !reached.has(id))
    .map((id) => ({ where: file(id), what: 'No answer leads here.', mend: 'Let an answer lead to it, or take the file away.' }));
  const depth = depthOf(graph, START);
  const where = file(START);
  if (!graph.has(START)) return [{ where, what: 'The questions have no beginning.', mend: 'Add this file.' }];
  if (depth === undefined)
    return [...lost, { where, what: 'The questions lead round in a circle.', mend: 'Let no answer lead back to a question asked before.' }];
  if (depth > MOST_QUESTIONS)
    return [...lost, { where, what: `A path has ${depth} questions.`, mend: `Ask at most ${MOST_QUESTIONS}: join two questions.` }];
  return lost;
}

/** "Something else" must end at people, whatever was asked before. */
function checkOtherwise(graph: Graph): Problem[] {
  return [...graph].flatMap(([id, node]) =>
    node.kind === 'question' && graph.get(node.otherwise)?.kind === 'question'
      ? [{ where: `${file(id)} › otherwise`, what: `"${node.otherwise}" is a question.`, mend: 'Name an outcome that leads to a cell.' }]
      : [],
  );
}

/** No outcome names a procedure that is not meant for everybody who can come to it. */
function checkAudiences(graph: Graph, { procedures }: DraftContent): Problem[] {
  const audiences = audiencesOf(graph);
  return [...graph].flatMap(([id, node]) => {
    if (node.kind === 'question') return [];
    return node.procedures.flatMap((procedure, index) =>
      (audiences.get(id) ?? [])
        .filter((audience) => !(procedures.get(procedure)?.facts.audiences.includes(audience) ?? true))
        .map((audience) => ({
          where: `${file(id)} › procedures[${index}]`,
          what: `"${procedure}" is not meant for "${audience}", who can come here.`,
          mend: 'Take it away, or lead that audience to an outcome of its own.',
        })),
    );
  });
}

/** Every procedure is found by every audience that it is meant for. */
function checkCoverage(graph: Graph, { procedures }: DraftContent): Problem[] {
  return [...audienceStarts(graph)].flatMap(([audience, start]) => {
    const offered = new Set(
      [...reachableFrom(graph, start)].flatMap((id) => {
        const node = graph.get(id);
        return node?.kind === 'outcome' ? node.procedures : [];
      }),
    );
    return [...procedures.values()]
      .filter(({ id, facts }) => facts.audiences.includes(audience) && !offered.has(id))
      .map(({ id }) => ({
        where: file(start),
        what: `No answer leads "${audience}" to the procedure "${id}".`,
        mend: 'Name it in an outcome below this question.',
      }));
  });
}

/** A settled condition that no procedure of the outcome knows would change nothing. */
function checkConditions(graph: Graph, { procedures }: DraftContent): Problem[] {
  return [...graph].flatMap(([id, node]) => {
    if (node.kind === 'question') return [];
    const known = new Set(node.procedures.flatMap((procedure) => procedures.get(procedure)?.facts.conditions ?? []));
    return node.conditions
      .filter((condition) => !known.has(condition))
      .map((condition) => ({
        where: `${file(id)} › conditions`,
        what: `No procedure of this outcome depends on "${condition}".`,
        mend: 'Take it away.',
      }));
  });
}

/**
 * Checks the guided questions as a whole.
 * @param content - All collections.
 * @returns Circles, nodes nobody comes to, paths that are too long, procedures for others, procedures nobody is led to.
 */
export function checkOrientation(content: DraftContent): Problem[] {
  const graph = content.orientation;
  return [
    ...checkShape(graph),
    ...checkOtherwise(graph),
    ...checkAudiences(graph, content),
    ...checkCoverage(graph, content),
    ...checkConditions(graph, content),
  ];
}
