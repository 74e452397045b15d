// Ends the build when a link inside the built site leads nowhere.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatProblems } from '../../src/model/problem.ts';
import { brokenLinks } from './links.ts';

const root = process.argv[2] ?? 'dist/client';
const names = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.html'));
const pages = new Map(
  await Promise.all(
    names.map(async (name): Promise<[string, string]> => [`/${name.replaceAll('\\', '/')}`, await readFile(join(root, name), 'utf8')]),
  ),
);
const problems = brokenLinks(pages, (path) => existsSync(join(root, path)));
if (problems.length > 0) {
  console.error(`${formatProblems(problems.slice(0, 40))}\n\nlinks: ${problems.length} broken`);
  process.exitCode = 1;
} else {
  console.log(`links: ${pages.size} pages, no broken link`);
}
