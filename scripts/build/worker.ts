// Makes the service worker, `/sw.js`. OFFLINE=off makes the one that ends the others.
import { copyFile, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { injectManifest } from 'workbox-build';
import { traitsOf } from '../../src/i18n/locales.ts';
import { tifinaghToLatin } from '../../src/i18n/transliterate.ts';
import { translator } from '../../src/i18n/translator.ts';
import { VIEWS } from '../../src/model/locale.ts';

const ROOT = 'dist/client';
const WORKER = join(ROOT, 'sw.js');
const PART = '.cache/worker';
/** The page that stands in for one that is not here: its scripts are every page's, and its own. The rest is kept as it is asked for. */
const STAND_IN = 'fr/offline/index.html';
const SCRIPT = /(?:src|href)="\/(_astro\/[^"]+\.js)"/g;

async function shell(): Promise<string[]> {
  const html = await readFile(join(ROOT, STAND_IN), 'utf8');
  return ['icon.svg', '_astro/print.*.css', ...[...html.matchAll(SCRIPT)].map(([, path = '']) => path)];
}

if (process.env['OFFLINE'] === 'off') {
  await copyFile('src/offline/off.js', WORKER);
  console.log('service worker: off, devices that come by forget what they kept');
} else {
  const words = Object.fromEntries(
    VIEWS.map((view) => {
      const text = translator(view)('offline.page', { date: '{date}' });
      return [traitsOf(view).tag.toLowerCase(), view === 'zgh-latn' ? tifinaghToLatin(text) : text];
    }),
  );
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { KEPT_WORDS: JSON.stringify(words), 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: PART,
      emptyOutDir: true,
      target: 'es2020',
      lib: { entry: 'src/offline/worker.ts', formats: ['iife'], name: 'worker', fileName: () => 'sw.js' },
    },
  });
  const { count, size } = await injectManifest({
    swSrc: join(PART, 'sw.js'),
    swDest: WORKER,
    globDirectory: ROOT,
    globPatterns: await shell(),
    // Hashed names need no second hash: the worker tells them so from what it precaches.
    dontCacheBustURLsMatching: /^_astro\//,
  });
  await rm(PART, { recursive: true });
  console.log(`service worker: keeps ${count} files of ${size} bytes from the first visit on`);
}
