// Ends the build when a script or a style of the built site needs a browser newer than those of `package.json`.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatProblems } from '../../src/model/problem.ts';
import { scriptProblems, styleProblems } from './old-browsers.ts';

const root = process.argv[2] ?? 'dist/client';
const names = (await readdir(root, { recursive: true })).map((name) => name.replaceAll('\\', '/'));

async function filesOf(ending: string): Promise<Map<string, string>> {
  const files = names.filter((name) => name.endsWith(ending));
  return new Map(await Promise.all(files.map(async (name) => [name, await readFile(join(root, name), 'utf8')] as const)));
}

/** The styles that stand in pages; most share theirs, which is looked at once. */
function stylesIn(pages: ReadonlyMap<string, string>): Map<string, string> {
  const first = new Map<string, string>();
  for (const [page, html] of pages) {
    const css = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1];
    if (css !== undefined && !first.has(css)) first.set(css, page);
  }
  return new Map([...first].map(([css, page]) => [page, css]));
}

const scripts = await filesOf('.js');
const styles = new Map([...stylesIn(await filesOf('.html')), ...(await filesOf('.css'))]);
const problems = [...scriptProblems(scripts), ...styleProblems(styles)];
if (problems.length > 0) {
  console.error(`${formatProblems(problems.slice(0, 40))}\n\nold browsers: ${problems.length} problems`);
  process.exitCode = 1;
} else {
  console.log(`old browsers: ${scripts.size} scripts and ${styles.size} styles, no problem`);
}
