// npm run bench:build: builds the site without its questions, with its content copied 1, 4 and 16 times, and prints time a page and peak memory.
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, copyProject } from './project-copy.ts';
import { fastestBuild } from './timed-build.ts';

/** What grows: the vocabularies, such as topics, stay small. */
const WITH_PAGES = ['procedures', 'services', 'cells'] as const;

/** Adds copies of every entry under ids of their own. Service ids inside facts stay: they name the first copy. */
function multiply(root: string, times: number): void {
  for (const folder of WITH_PAGES) {
    const path = join(root, folder);
    for (const name of readdirSync(path)) {
      for (let copy = 2; copy <= times; copy += 1) {
        const copied = name.endsWith('.yaml') ? name.replace('.yaml', `-copy-${copy}.yaml`) : `${name}-copy-${copy}`;
        cpSync(join(path, name), join(path, copied), { recursive: true });
      }
    }
  }
}

const folder = copyProject();
try {
  const rows = [1, 4, 16].map((times) => {
    const content = join(folder, 'src/content');
    rmSync(content, { recursive: true });
    cpSync('src/content', content, { recursive: true });
    // Nobody is led to the copies by a question, which the content check would refuse.
    rmSync(join(content, 'orientation'), { recursive: true });
    multiply(content, times);
    return { times, ...fastestBuild(folder, { pages: 'dist/client', caches: [CACHE] }) };
  });
  console.log('| content | pages | seconds | ms a page, all | ms a further page | peak memory, MB |');
  console.log('| --- | --- | --- | --- | --- | --- |');
  rows.forEach(({ times, pages, seconds, megabytes }, index) => {
    const before = rows[index - 1];
    const further = before ? ((1000 * (seconds - before.seconds)) / (pages - before.pages)).toFixed(2) : '';
    console.log(
      `| ${times}× | ${pages} | ${seconds.toFixed(2)} | ${((1000 * seconds) / pages).toFixed(2)} | ${further} | ${megabytes.toFixed(0)} |`,
    );
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
