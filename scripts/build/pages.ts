// Finishes each page: names the version of every data file that it reads, and the scripts that its own script will ask for, so
// that a slow line is asked once and not twice.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';

const ROOT = 'dist/client';
const SCRIPT = /<script type="module" src="([^"]+)"/g;
/** What a script needs before it can run; what it imports later by `import()` is not asked for early. */
const STATIC_IMPORT = /(?:from|import)\s*"(\.\/[^"]+)"/g;
/** Hashed files carry their version in their name. */
const DATA_FILE = /"(\/(?!_astro\/)[^"?#]+\.(?:json|geojson|svg))(#[^"]*)?"/g;
/** The box of the search takes the version as its last part. */
const SEARCH_BOX = /data-search="([^"]*)"/g;
/** Files that are asked for by their plain address only. */
const PLAIN = new Set(['/icon.svg', '/speculation-rules.json']);

const versions = new Map<string, Promise<string>>();
function versionOf(path: string): Promise<string> {
  const known =
    versions.get(path) ?? readFile(join(ROOT, path)).then((content) => createHash('sha256').update(content).digest('hex').slice(0, 8));
  versions.set(path, known);
  return known;
}

/** Replaces what a pattern finds by something that has to be read first. */
async function replaced(html: string, pattern: RegExp, replacement: (match: RegExpExecArray) => Promise<string>): Promise<string> {
  const parts: string[] = [];
  let end = 0;
  for (const match of html.matchAll(pattern)) {
    parts.push(html.slice(end, match.index), await replacement(match));
    end = match.index + match[0].length;
  }
  return [...parts, html.slice(end)].join('');
}

async function withVersions(html: string, file: string): Promise<string> {
  const named = await replaced(html, DATA_FILE, async ([whole, path = '', fragment = '']) =>
    PLAIN.has(path) || !existsSync(join(ROOT, path)) ? whole : `"${path}?v=${await versionOf(path)}${fragment}"`,
  );
  const [view = ''] = file.split(/[/\\]/);
  return replaced(named, SEARCH_BOX, async ([, parts = '']) => `data-search="${parts}|${await versionOf(`/${view}/search/entries.json`)}"`);
}

const importsOf = new Map<string, Promise<string[]>>();

/** What a script imports, and what that imports in turn. */
async function readImports(address: string): Promise<string[]> {
  const code = await readFile(join(ROOT, address), 'utf8');
  const direct = [...code.matchAll(STATIC_IMPORT)].map(([, path = '']) => posix.join(posix.dirname(address), path));
  return [...direct, ...(await Promise.all(direct.map(knownImports))).flat()];
}

function knownImports(address: string): Promise<string[]> {
  const known = importsOf.get(address) ?? readImports(address);
  importsOf.set(address, known);
  return known;
}

async function withPreloads(html: string): Promise<string> {
  const scripts = [...html.matchAll(SCRIPT)].map(([, address = '']) => address);
  const imports = await Promise.all(scripts.map(knownImports));
  const links = [...new Set(imports.flat())].map((address) => `<link rel="modulepreload" href="${address}">`);
  return html.replace('</head>', `${links.join('')}</head>`);
}

const files = (await readdir(ROOT, { recursive: true })).filter((name) => name.endsWith('.html'));
for (const file of files) {
  const html = await readFile(join(ROOT, file), 'utf8');
  const finished = await withPreloads(await withVersions(html, file));
  if (finished !== html) await writeFile(join(ROOT, file), finished);
}
console.log(`finished: ${files.length} pages`);
