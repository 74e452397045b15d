// npm run check:content                     checks all the content
// npm run check:content -- passport         shows only the problems of files whose path contains "passport"
import { formatProblems } from '../../src/model/problem.ts';
import { readCheckedContent } from '../../src/reader/checked-content.ts';

const { content, problems } = await readCheckedContent(process.env['CONTENT_DIR'] ?? 'src/content');
const shown = problems.filter(({ where }) => where.includes(process.argv[2] ?? ''));
if (shown.length > 0) {
  console.error(`${formatProblems(shown)}\n\ncontent: ${shown.length} ${shown.length === 1 ? 'problem' : 'problems'}`);
  process.exitCode = 1;
} else {
  const count = (['procedures', 'papers', 'services', 'cells'] as const).map((name) => `${content[name].size} ${name}`);
  console.log(`content: ${count.join(', ')}: no problem`);
}
