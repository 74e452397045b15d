// Pagefind as it comes, over the pages that were built, in a browser.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { createIndex } from 'pagefind';
import { z } from 'zod';
import type { Locale } from '../../../src/model/locale.ts';
import { launchBrowser } from '../slow-phone.ts';

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json' };

/** Gives for each query the ids that were found, best first. */
export type BatchEngine = (locale: Locale, queries: readonly string[]) => Promise<string[][]>;

/** What runs in the page: `data()` of each hit fetches a file, as it does for a visitor. */
const inPage = (queries: readonly string[], most: number) => `(async () => {
  const pagefind = await import('/pagefind.js');
  const answers = [];
  for (const query of ${JSON.stringify(queries)}) {
    const { results } = await pagefind.search(query);
    const hits = await Promise.all(results.slice(0, ${most}).map((hit) => hit.data()));
    answers.push(hits.map(({ url }) => url));
  }
  return answers;
})()`;
const Answers = z.array(z.array(z.string()));

/**
 * Indexes the site and opens a browser on it.
 * @param site - Folder of the built pages.
 * @param most - How many hits of a query.
 * @returns The engine, and what ends it.
 */
export async function openPagefind(site: string, most: number): Promise<{ answer: BatchEngine; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'abrid-pagefind-'));
  const { index } = await createIndex({});
  if (!index) throw new Error('Pagefind could not begin an index.');
  await index.addDirectory({ path: site });
  await index.writeFiles({ outputPath: folder });
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const [, locale] = /^\/([a-z]+)\.html$/.exec(path) ?? [];
    if (locale) {
      response.setHeader('content-type', 'text/html').end(`<!doctype html><html lang="${locale}"><title>Search</title>`);
      return;
    }
    readFile(join(folder, path)).then(
      (body) => response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream').end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  const browser = await launchBrowser();
  return {
    answer: async (locale, queries) => {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${port}/${locale}.html`);
      const found = Answers.parse(await page.evaluate(inPage(queries, most)));
      await page.close();
      // From /fr/procedures/passport/ to procedures/passport.
      return found.map((urls) => urls.map((url) => url.replace(/^\/[^/]+\//, '').replace(/\/$/, '')));
    },
    close: async () => {
      await browser.close();
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}
