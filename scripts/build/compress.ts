// Writes a Brotli and a gzip file beside each text file of the built site, for a server that compresses nothing at run time.
// node scripts/build/compress.ts folder    does so in another folder than dist/client
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const [, , ROOT = 'dist/client'] = process.argv;
/** Compressing again what has not changed would cost most of a build. */
const CACHE = '.cache/compressed';
const TEXT = new Set(['.html', '.css', '.js', '.svg', '.xml', '.txt', '.json', '.geojson', '.webmanifest']);
const AT_ONCE = 8;

const brotli = promisify(brotliCompress);
const ENCODERS = {
  br: (content: Buffer) =>
    brotli(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    }),
  gz: (content: Buffer) => promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
} as const;

async function compressed(content: Buffer, encoding: keyof typeof ENCODERS): Promise<Buffer> {
  const cached = join(CACHE, `${createHash('sha256').update(content).digest('hex')}.${encoding}`);
  const known = await readFile(cached).catch(() => undefined);
  if (known) return known;
  const made = await ENCODERS[encoding](content);
  await writeFile(cached, made);
  return made;
}

async function compressFile(path: string): Promise<void> {
  const content = await readFile(path);
  for (const encoding of ['br', 'gz'] as const) await writeFile(`${path}.${encoding}`, await compressed(content, encoding));
}

await mkdir(CACHE, { recursive: true });
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
