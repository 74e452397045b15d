// npm run orientation:check: proves what must hold of the guided questions, and prints their size.
import { checkOrientation, depthOf } from '../../src/model/check/orientation.ts';
import { audienceStarts, reachableFrom, START } from '../../src/model/orientation.ts';
import { formatProblems } from '../../src/model/problem.ts';
import { readCheckedContent } from '../../src/reader/checked-content.ts';

const { content, problems: all } = await readCheckedContent('src/content');
const graph = content.orientation;
const problems = [...new Set([...checkOrientation(content), ...all.filter(({ where }) => where.includes('/orientation/'))])];
const nodes = [...graph.values()];
const questions = nodes.flatMap((node) => (node.kind === 'question' ? [node] : []));
const outcomes = nodes.flatMap((node) => (node.kind === 'outcome' ? [node] : []));
const answers = questions.map((question) => question.answers.length);

console.log('| from | questions | outcomes | procedures led to | most questions to an outcome |');
console.log('| --- | --- | --- | --- | --- |');
for (const [name, start] of [['everybody', START] as const, ...audienceStarts(graph)]) {
  const below = [...reachableFrom(graph, start)].flatMap((id) => graph.get(id) ?? []);
  const ends = below.flatMap((node) => (node.kind === 'outcome' ? [node] : []));
  const procedures = new Set(ends.flatMap((outcome) => outcome.procedures));
  console.log(`| ${name} | ${below.length - ends.length} | ${ends.length} | ${procedures.size} | ${depthOf(graph, start) ?? 'a circle'} |`);
}
console.log(
  `\n${questions.length} questions with ${Math.min(...answers)} to ${Math.max(...answers)} answers, ${outcomes.length} outcomes with ${Math.min(...outcomes.map(({ procedures }) => procedures.length))} to ${Math.max(...outcomes.map(({ procedures }) => procedures.length))} procedures.`,
);
if (problems.length > 0) {
  console.error(`\n${formatProblems(problems)}`);
  process.exitCode = 1;
} else console.log('No circle, no dead end, nothing unreachable; every procedure is reached by each audience that it is meant for.');
