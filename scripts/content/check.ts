// npm run check:content                       checks all the content
// npm run check:content -- passport           shows only the problems of files whose path contains "passport"
// npm run check:content -- passport --advice  also shows what could be better said: it does not keep a page back
import { adviceOn } from '../../src/model/check/advice.ts';
import { formatProblems } from '../../src/model/problem.ts';
import { readCheckedContent } from '../../src/reader/checked-content.ts';
import { readSettledNames } from '../../src/reader/settled-names.ts';

const part = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? '';
const { content, problems } = await readCheckedContent(process.env['CONTENT_DIR'] ?? 'src/content');
const isShown = ({ where }: { where: string }) => where.includes(part);
const shown = problems.filter(isShown);
const advice = adviceOn(content, await readSettledNames('docs/glossary.yaml')).filter(isShown);
if (process.argv.includes('--advice') && advice.length > 0) console.log(`${formatProblems(advice)}\n`);
if (shown.length > 0) {
  console.error(`${formatProblems(shown)}\n\ncontent: ${shown.length} ${shown.length === 1 ? 'problem' : 'problems'}`);
  process.exitCode = 1;
} else if (problems.length > 0) {
  // While one file cannot be read, what files say of each other is not checked at all.
  console.log(`content: no problem here, ${problems.length} elsewhere: mend those first, or this check is not complete`);
} else {
  const count = (['procedures', 'papers', 'services', 'cells', 'glossary'] as const).map((name) => `${content[name].size} ${name}`);
  console.log(`content: ${count.join(', ')}: no problem; ${advice.length} to be better said (--advice shows them)`);
}
