// Puts each language together as the few files that a person keeps on their phone: src/offline/copy.ts brings them there.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { VIEWS, type View } from '../../src/model/locale.ts';
import { type Bundle, type BundledFile, type CopyList, listAddress } from '../../src/offline/copy.ts';
import { compressed } from './compressed.ts';

const ROOT = 'dist/client';
/** Below the folder of files that never change under their name. */
const FOLDER = '_astro/copy';
/** Pages in a bundle, about: what is cut off in the middle comes again, and what has changed comes alone. */
const PAGES = 24;
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};
/** Scripts name them, a browser asks for them only when a map is drawn. */
const STREETS = /^_astro\/(?!copy\/).+\.json$/;
/** Bytes over the line in a bundle of streets, at most; a town that is larger stands alone. */
const MOST_STREETS = 120_000;
const BINARY = new Set(['.woff2']);

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');

interface MadeBundle extends Bundle {
  stored: number;
}

async function bundledFile(name: string): Promise<BundledFile> {
  const path = `/${name.replaceAll('\\', '/').replace(/index\.html$/, '')}`;
  const type = TYPES[extname(name)] ?? 'application/octet-stream';
  const content = await readFile(join(ROOT, name));
  if (BINARY.has(extname(name))) return [path, type, content.toString('base64'), true];
  // Pages ask for data by the version that they name.
  const isData = !path.startsWith('/_astro/') && !path.endsWith('/') && path !== '/icon.svg';
  return [isData ? `${path}?v=${sha256(content).slice(0, 8)}` : path, type, content.toString('utf8')];
}

async function makeBundle(name: string, names: readonly string[]): Promise<MadeBundle> {
  const files = await Promise.all([...names].sort().map(bundledFile));
  const text = JSON.stringify(files);
  const hash = sha256(text);
  const address = `/${FOLDER}/${name}.${hash.slice(0, 8)}.json`;
  await writeFile(join(ROOT, address), text);
  const { length } = await compressed(Buffer.from(text), 'br');
  return { address, hash, bytes: length, stored: files.reduce((sum, [, , body]) => sum + Buffer.byteLength(body), 0) };
}

/** The same page is in the same bundle as long as their number stays: what is added moves nothing. */
function inBuckets(section: string, names: readonly string[]): [string, string[]][] {
  const buckets = Math.ceil(names.length / PAGES);
  const bucketOf = (name: string) => Number.parseInt(sha256(name).slice(0, 8), 16) % buckets;
  return [...Map.groupBy(names, bucketOf)].sort(([one], [other]) => one - other).map(([bucket, some]) => [`${section}-${bucket}`, some]);
}

const SECTIONS = ['procedures', 'orientation', 'services'];

async function bundlesOf(view: View, names: readonly string[]): Promise<MadeBundle[]> {
  const own = names.filter((name) => name.startsWith(`${view}/`));
  const pages = own.filter((name) => name.endsWith('index.html'));
  const sectionOf = (name: string) => SECTIONS.find((section) => name.startsWith(`${view}/${section}/`)) ?? 'pages';
  const data = own.filter((name) => /\.json$/.test(name) && !name.endsWith('copy.json'));
  const parts = [...Map.groupBy(pages, sectionOf)].flatMap(([section, some]) => inBuckets(section, some));
  return Promise.all([...parts, ['data', data] as const].map(([name, some]) => makeBundle(`${view}-${name}`, some)));
}

/** Streets weigh as much as all pages of a language: cut off, no more than a piece of them has to come again. */
async function streetPieces(names: readonly string[]): Promise<string[][]> {
  const pieces: string[][] = [];
  let room = 0;
  for (const name of [...names].sort()) {
    const { length } = await compressed(await readFile(join(ROOT, name)), 'br');
    if (length > room) {
      pieces.push([]);
      room = MOST_STREETS;
    }
    pieces.at(-1)?.push(name);
    room -= length;
  }
  return pieces;
}

await rm(join(ROOT, FOLDER), { recursive: true, force: true });
await mkdir(join(ROOT, FOLDER), { recursive: true });
const names = (await readdir(ROOT, { recursive: true })).map((name) => name.replaceAll('\\', '/')).filter((name) => extname(name) in TYPES);
// What all views share has no hyphen in its name: src/offline/copy.ts tells it so from what is of one view.
const scripts = await makeBundle('scripts', [
  ...names.filter((name) => /^_astro\/[^/]+\.(?:js|css)$/.test(name)),
  ...names.filter((name) => /^(?:fonts\/|icon\.svg|data\/(?:places|region))/.test(name)),
]);
const pieces = await streetPieces(names.filter((name) => STREETS.test(name)));
const streets = await Promise.all(pieces.map((some, index) => makeBundle(`streets${index}`, some)));
const made = new Date().toISOString();
for (const view of VIEWS) {
  // Streets come last: the words are what is wanted first.
  const bundles = [scripts, ...(await bundlesOf(view, names)), ...streets];
  const stored = bundles.reduce((sum, bundle) => sum + bundle.stored, 0);
  const list: CopyList = { made, stored, bundles: bundles.map(({ address, hash, bytes }) => ({ address, hash, bytes })) };
  await writeFile(join(ROOT, listAddress(view)), JSON.stringify(list));
  const bytes = bundles.reduce((sum, bundle) => sum + bundle.bytes, 0);
  console.log(`copy of ${view}: ${bundles.length} files, ${bytes} bytes over the line, ${stored} on the device`);
}
