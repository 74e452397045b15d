import { z } from 'zod';
import { Id } from './id.ts';
import { LocalizedText } from './locale.ts';
import { Translation } from './words.ts';

const translation = Translation.omit({ madeFrom: true }).describe('How the texts in the other languages were made.');

/** One answer to a question, which is a plain link. */
const Answer = z.strictObject({
  text: LocalizedText.describe('In the voice of the person who answers: "My card is lost".'),
  to: Id.describe('The node it leads to.'),
});

/** A question with its answers. */
export const Question = z
  .strictObject({
    kind: z.literal('question'),
    audience: Id.optional().describe('Only where a group of people begins: everything below is for them.'),
    text: LocalizedText,
    help: LocalizedText.optional().describe('What helps to answer: one sentence.'),
    answers: z.array(Answer).min(2).max(8),
    otherwise: Id.describe('Where "something else / I don’t know" leads: an outcome with a cell.'),
    translation,
  })
  .meta({ id: 'Question', title: 'Question' });
export type Question = z.infer<typeof Question>;

/** What the answers lead to. */
export const Outcome = z
  .strictObject({
    kind: z.literal('outcome'),
    title: LocalizedText,
    first: LocalizedText.describe('What to do first: one or two sentences.'),
    procedures: z.array(Id).min(1).describe('In the order in which they are done.'),
    categories: z.array(Id).default([]).describe('Kinds of service that handle it.'),
    conditions: z.array(Id).default([]).describe('What the answers have settled: papers and fees of other cases are left out.'),
    urgent: z.boolean().default(false).describe('Help comes first: emergency numbers on top.'),
    translation,
  })
  .meta({ id: 'Outcome', title: 'Outcome' });
export type Outcome = z.infer<typeof Outcome>;

/** A node of the guided questions; each is a page. */
export const OrientationNode = z.discriminatedUnion('kind', [Question, Outcome]);
export type OrientationNode = z.infer<typeof OrientationNode>;

/** The nodes by id. */
export type Graph = ReadonlyMap<string, OrientationNode>;

/** Where everybody begins. */
export const START = 'start';
/**
 * The path of a node below the language.
 * @param id - Of the node; the start has the shortest.
 * @returns `orientation/mre-card/`
 */
export function nodePath(id: string): string {
  return id === START ? 'orientation/' : `orientation/${id}/`;
}

/** Most questions that one answers before an outcome. */
export const MOST_QUESTIONS = 5;

/** One question that was answered on the way to a node. */
export interface Step {
  question: string;
  /** The node to which the answer leads; the question's `otherwise` where none of the answers fitted. */
  answer: string;
}

/**
 * Where one can go from a node.
 * @param node - Question or outcome.
 * @returns The ids of the next nodes, each once; none from an outcome.
 */
export function nextOf(node: OrientationNode): string[] {
  return node.kind === 'question' ? [...new Set([...node.answers.map(({ to }) => to), node.otherwise])] : [];
}

/**
 * The shortest way to every node.
 * @param graph - All nodes.
 * @returns For each node that can be reached from the start, the answers that lead to it: what "your answers" shows. A node
 *   with several ways, such as the start of an audience, has the one with fewest questions.
 */
export function shortestPaths(graph: Graph): ReadonlyMap<string, readonly Step[]> {
  const paths = new Map<string, readonly Step[]>([[START, []]]);
  // Breadth first: a map keeps the order in which nodes were found.
  for (const [question, path] of paths) {
    const node = graph.get(question);
    for (const answer of node ? nextOf(node) : []) {
      if (!paths.has(answer)) paths.set(answer, [...path, { question, answer }]);
    }
  }
  return paths;
}

/**
 * Everything that can be reached from a node.
 * @param graph - All nodes; ids that name none are left out.
 * @param from - Id of the node.
 * @returns Ids, with the node itself.
 */
export function reachableFrom(graph: Graph, from: string): ReadonlySet<string> {
  const found = new Set([from]);
  for (const id of found) {
    const node = graph.get(id);
    for (const next of node ? nextOf(node) : []) if (graph.has(next)) found.add(next);
  }
  return found;
}

/**
 * The questions with which each audience begins.
 * @param graph - All nodes.
 * @returns Node ids by audience.
 */
export function audienceStarts(graph: Graph): ReadonlyMap<string, string> {
  return new Map(
    [...graph].flatMap(([id, node]): [string, string][] => (node.kind === 'question' && node.audience ? [[node.audience, id]] : [])),
  );
}

/**
 * The audiences for which each node may be shown.
 * @param graph - All nodes.
 * @returns Audiences by node. Nodes that stand before the audience is known, and those that several share, have all of theirs.
 */
export function audiencesOf(graph: Graph): ReadonlyMap<string, readonly string[]> {
  const starts = [...audienceStarts(graph)].map(([audience, id]) => ({ audience, reachable: reachableFrom(graph, id) }));
  return new Map(
    [...graph.keys()].map((id): [string, string[]] => [
      id,
      starts.filter(({ reachable }) => reachable.has(id)).map(({ audience }) => audience),
    ]),
  );
}
