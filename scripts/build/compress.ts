// Writes a Brotli and a gzip file beside each text file of the built site, for a server that compresses nothing at run time.
// node scripts/build/compress.ts folder    does so in another folder than dist/client
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { compressed } from './compressed.ts';

const [, , ROOT = 'dist/client'] = process.argv;
const TEXT = new Set(['.html', '.css', '.js', '.svg', '.xml', '.txt', '.json', '.geojson', '.webmanifest']);
const AT_ONCE = 8;

async function compressFile(path: string): Promise<void> {
  const content = await readFile(path);
  for (const encoding of ['br', 'gz'] as const) await writeFile(`${path}.${encoding}`, await compressed(content, encoding));
}

const files = (await readdir(ROOT, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && TEXT.has(extname(entry.name)))
  .map((entry) => join(entry.parentPath, entry.name));
const waiting = [...files];
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) await compressFile(path);
  }),
);
console.log(`compressed: ${files.length} files`);
