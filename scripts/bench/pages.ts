// npm run bench:pages: what each page of the built site costs on the wire, by type and view, the worst named.
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { VIEWS, type View } from '../../src/model/locale.ts';
import { median } from './median.ts';

const ROOT = 'dist/client';
/** Bytes: the first flight of a TCP connection at worst, well below it for most pages. */
const BUDGET = { worst: 14_000, median: 9_000, script: 3_000 } as const;
/** Search and map are tools, measured by bench:search and bench:map as well: their style and HTML keep to the budget of every page. */
const SEARCH_BUDGET = 120_000;

/** Pages that need more script than a page to read; each has a budget of its own. */
const TOOLS = ['search', 'map', 'contact', 'offline'];
const CONTACT_BUDGET = 70_000;

/** Types of page, by the path below the language. */
const TYPES: readonly [string, RegExp][] = [
  ['home', /^$/],
  ['topic', /^topics\//],
  ['audience', /^audiences\//],
  ['search', /^search\//],
  ['map', /^map\//],
  ['contact', /^contact\//],
  ['offline', /^offline\//],
  ['procedure list', /^procedures\/$/],
  ['procedure', /^procedures\/./],
  ['service list', /^services\/$/],
  ['service', /^services\/./],
  ['cell list', /^cells\/$/],
  ['cell', /^cells\/./],
  ['other', /./],
];

interface PageCost {
  address: string;
  view: View | undefined;
  type: string;
  /** The HTML with its style, and every style sheet or blocking script that it names. */
  blocking: number;
  script: number;
  blockingRequests: number;
}

const brotli = (content: Buffer) => brotliCompressSync(content).length;
const sizes = new Map<string, number>();

/** The bytes of a file of the site on the wire: as it was compressed by the build. */
async function wireSize(path: string): Promise<number> {
  const known = sizes.get(path);
  if (known !== undefined) return known;
  const size = await readFile(join(ROOT, `${path}.br`)).then(
    (file) => file.length,
    async () => brotli(await readFile(join(ROOT, path))),
  );
  sizes.set(path, size);
  return size;
}

async function costOf(file: string): Promise<PageCost> {
  const html = await readFile(join(ROOT, file), 'utf8');
  const address = `/${dirname(file) === '.' ? '' : `${dirname(file)}/`}`;
  const view = VIEWS.find((candidate) => address.startsWith(`/${candidate}/`));
  const below = view ? address.slice(view.length + 2) : address;
  const type = view ? (TYPES.find(([, pattern]) => pattern.test(below))?.[0] ?? 'other') : 'other';
  const paths = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, path = '']) => path);
  const styles = paths(/<link(?![^>]*media="print")[^>]+rel="stylesheet"[^>]*href="([^"]+)"/g);
  const scripts = paths(/<script[^>]+src="([^"]+)"/g);
  const blockingScripts = paths(/<script(?![^>]*(?:type="module"|async|defer))[^>]+src="([^"]+)"/g);
  const total = async (list: readonly string[]) => (await Promise.all(list.map(wireSize))).reduce((sum, size) => sum + size, 0);
  return {
    address,
    view,
    type,
    blocking: (await wireSize(file)) + (await total([...styles, ...blockingScripts])),
    script: await total(scripts),
    blockingRequests: 1 + styles.length + blockingScripts.length,
  };
}

const files = (await readdir(ROOT, { recursive: true })).filter((name) => name.endsWith('.html')).map((name) => name.replaceAll('\\', '/'));
const costs = await Promise.all(files.map(costOf));
const worst = costs.reduce((one, other) => (other.blocking > one.blocking ? other : one));

console.log(`Brotli bytes of HTML, CSS and whatever else blocks rendering: median / worst.\n`);
console.log(`| page | ${VIEWS.join(' | ')} |`);
console.log(`| --- |${VIEWS.map(() => ' --- |').join('')}`);
for (const [type] of TYPES) {
  const cells = VIEWS.map((view) => {
    const bytes = costs.filter((cost) => cost.type === type && cost.view === view).map(({ blocking }) => blocking);
    return bytes.length > 0 ? `${median(bytes)} / ${Math.max(...bytes)}` : '–';
  });
  console.log(`| ${type} | ${cells.join(' | ')} |`);
}
const all = {
  median: median(costs.map(({ blocking }) => blocking)),
  script: Math.max(...costs.filter(({ type }) => !TOOLS.includes(type)).map(({ script }) => script)),
  requests: Math.max(...costs.map(({ blockingRequests }) => blockingRequests)),
};
console.log(
  `\npages: ${costs.length}; median ${all.median} bytes (budget ${BUDGET.median}); worst ${worst.blocking} bytes (budget ${BUDGET.worst}): ${worst.address}`,
);
console.log(`JavaScript: at most ${all.script} bytes (budget ${BUDGET.script}); blocking requests: at most ${all.requests}`);
const searches = await Promise.all(
  costs
    .filter(({ type }) => type === 'search')
    .map(async ({ address, blocking, script }) => blocking + script + (await wireSize(join(address, 'entries.json')))),
);
const search = Math.max(0, ...searches);
const contact = Math.max(0, ...costs.filter(({ type }) => type === 'contact').map(({ blocking, script }) => blocking + script));
console.log(`contact: at most ${contact} bytes (budget ${CONTACT_BUDGET})`);
console.log(`search, to the first result: at most ${search} bytes (budget ${SEARCH_BUDGET})`);
if (
  contact > CONTACT_BUDGET ||
  search > SEARCH_BUDGET ||
  worst.blocking > BUDGET.worst ||
  all.median > BUDGET.median ||
  all.script > BUDGET.script
) {
  console.error('over budget');
  process.exitCode = 1;
}
