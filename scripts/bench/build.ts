// npm run bench:build: builds the site without its questions, with its content copied 1, 4 and 16 times, and prints time a page and peak memory.
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, copyProject } from './project-copy.ts';

/** What grows: the vocabularies, such as topics, stay small. */
const WITH_PAGES = ['procedures', 'services', 'cells'] as const;
/** Each size is built twice and the faster counts: the other measures what else the machine was doing. */
const RUNS = 2;

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

/** One `astro build` with an empty cache. */
function build(folder: string): { pages: number; seconds: number; megabytes: number } {
  rmSync(join(folder, 'dist'), { recursive: true, force: true });
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(
    'node',
    [join(import.meta.dirname, 'peak-memory.ts'), 'node_modules/astro/bin/astro.mjs', 'build'],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
      maxBuffer: 1 << 28,
    },
  );
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`The build failed:\n${stdout.slice(-2000)}\n${stderr.slice(-2000)}`);
  const [, kilobytes = '0'] = /peak memory: (\d+) kB/.exec(stderr) ?? [];
  const pages = readdirSync(join(folder, 'dist/client'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  ).length;
  return { pages, seconds, megabytes: Number(kilobytes) / 1024 };
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
    const runs = Array.from({ length: RUNS }, () => {
      rmSync(join(folder, CACHE), { recursive: true, force: true });
      return build(folder);
    });
    const [fastest] = runs.sort((one, other) => one.seconds - other.seconds);
    if (!fastest) throw new Error('Nothing was built.');
    return { times, ...fastest };
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
