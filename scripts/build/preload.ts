// Names in each page the scripts that its own script will ask for, so that a slow line is asked once and not twice.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';

const ROOT = 'dist/client';
const SCRIPT = /<script type="module" src="([^"]+)"/g;
/** What a script needs before it can run; what it imports later by `import()` is not asked for early. */
const STATIC_IMPORT = /(?:from|import)\s*"(\.\/[^"]+)"/g;

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

const files = (await readdir(ROOT, { recursive: true })).filter((name) => name.endsWith('.html'));
let pages = 0;
for (const file of files) {
  const html = await readFile(join(ROOT, file), 'utf8');
  const scripts = [...html.matchAll(SCRIPT)].map(([, address = '']) => address);
  const imports = await Promise.all(scripts.map(knownImports));
  const links = [...new Set(imports.flat())].map((address) => `<link rel="modulepreload" href="${address}">`);
  if (links.length === 0) continue;
  await writeFile(join(ROOT, file), html.replace('</head>', `${links.join('')}</head>`));
  pages += 1;
}
console.log(`preloads: named in ${pages} pages`);
