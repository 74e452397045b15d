import { checkContent } from '../../src/model/check/content.ts';
import { formatProblems } from '../../src/model/problem.ts';
import { readContent } from './read-content.ts';

const root = process.env['CONTENT_DIR'] ?? 'src/content';
const only = process.argv[2];
const { content, problems } = await readContent(root);
// References to a file that could not be read would be reported twice.
const all = problems.length > 0 ? problems : checkContent(content);
const shown = only ? [...problems, ...checkContent(content)].filter(({ where }) => where.includes(only)) : all;
if (shown.length > 0) {
  console.error(`${formatProblems(shown)}\n\ncontent: ${shown.length} ${shown.length === 1 ? 'problem' : 'problems'}`);
  process.exitCode = 1;
} else {
  console.log(
    `content: ${content.procedures.size} procedures, ${content.papers.size} papers, ${content.services.size} services, ${content.cells.size} cells: no problem`,
  );
}
