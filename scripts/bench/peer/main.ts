// npm run bench:peer: our procedures beside the same procedures by Astro Starlight, both built and served the same way.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from '@playwright/test';
import { z } from 'zod';
import { LOCALES } from '../../../src/model/locale.ts';
import { median } from '../median.ts';
import { CACHE, copyProject } from '../project-copy.ts';
import { launchBrowser, type Traffic } from '../slow-phone.ts';
import { fastestBuild, type TimedBuild } from '../timed-build.ts';
import { generateContent, lostWords } from './generate.ts';
import { type Served, serve } from './serve.ts';
import { firstSearch, firstVisit, keptForLater, type SearchWay, searchByAddress, slowPaints } from './visits.ts';

const PEER = resolve('bench/peer-starlight');
const PROCEDURES = [
  'asylum',
  'birth-certificate',
  'driving-licence-exchange',
  'emergency-numbers',
  'family-booklet',
  'marriage-abroad',
  'national-identity-card',
  'passport',
  'residence-permit',
  'vehicle-customs-clearance',
] as const;
/** The page that is painted on a slow line, and from which somebody searches. */
const PAGE = 'procedures/passport/';
const QUERY = 'passeport';
/** Its pages run scripts that stand in them, and its search is WebAssembly: ours forbids both. */
const PEER_POLICY = "frame-ancestors 'none'";
const OUR_SEARCH: SearchWay = { opener: 'header a[data-search]', input: 'dialog.sheet input', result: 'dialog.sheet [role=option]' };
const PEER_SEARCH: SearchWay = {
  opener: 'header button[data-open-modal]',
  input: '#starlight__search input',
  result: '#starlight__search .pagefind-ui__result-link',
};

function run(command: string, parameters: readonly string[], cwd: string): void {
  // What it prints goes beside the table, not into it.
  const { status } = spawnSync(command, parameters, { cwd, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`"${command} ${parameters.join(' ')}" failed in ${cwd}.`);
}

const Scripts = z.object({ scripts: z.object({ build: z.string() }) });

/** Does what `npm run build` does after `astro build`, in a copy of the project. */
function finish(copy: string): void {
  // Files that were compressed before need not be again.
  mkdirSync('.cache', { recursive: true });
  symlinkSync(resolve('.cache'), join(copy, '.cache'));
  const { build } = Scripts.parse(JSON.parse(readFileSync('package.json', 'utf8'))).scripts;
  for (const [script] of build.matchAll(/scripts\/\S+\.ts/g)) run(process.execPath, [script], copy);
}

const row = (name: string, ours: number | string, peer: number | string) => {
  console.log(`| ${name} | ${ours} | ${peer} |`);
};

const middleAndWorst = (numbers: readonly number[]) => `${median(numbers)} / ${Math.max(...numbers)}`;

async function visitAll(browser: Browser, site: Served, locale: string): Promise<Traffic[]> {
  const visits: Traffic[] = [];
  for (const id of PROCEDURES) visits.push(await firstVisit(browser, site, `/${locale}/procedures/${id}/`));
  return visits;
}

async function measure(browser: Browser, ours: Served, peer: Served): Promise<void> {
  for (const locale of LOCALES) {
    const [mine, theirs] = [await visitAll(browser, ours, locale), await visitAll(browser, peer, locale)];
    const column = (visits: readonly Traffic[], key: keyof Traffic) => middleAndWorst(visits.map((visit) => visit[key]));
    row(`first visit, ${locale}: bytes, median / worst`, column(mine, 'bytes'), column(theirs, 'bytes'));
    row(`first visit, ${locale}: requests, median / worst`, column(mine, 'requests'), column(theirs, 'requests'));
  }
  const kept = [await keptForLater(browser, ours, `/fr/${PAGE}`), await keptForLater(browser, peer, `/fr/${PAGE}`)] as const;
  row('afterwards, for a time without a network: bytes', kept[0].bytes, kept[1].bytes);
  for (const locale of LOCALES) {
    const [mine = 0, theirs = 0] = await slowPaints(
      browser,
      [ours, peer].map(({ address }) => `${address}/${locale}/${PAGE}`),
    );
    row(`slow line, ${locale}: ms to the largest paint`, mine, theirs);
  }
  const search = { path: `/fr/${PAGE}`, text: QUERY };
  const mine = await firstSearch(browser, ours, { ...search, way: OUR_SEARCH });
  const theirs = await firstSearch(browser, peer, { ...search, way: PEER_SEARCH });
  row(`from a page to the first result of "${QUERY}": bytes`, mine.bytes, theirs.bytes);
  row(`from a page to the first result of "${QUERY}": requests`, mine.requests, theirs.requests);
  const direct = await searchByAddress(browser, ours, { path: `/fr/search/?q=${QUERY}`, result: 'main ol > li' });
  row(`opened as /fr/search/?q=${QUERY}: bytes to the first result`, direct.bytes, '–');
}

function buildRows(ours: TimedBuild, peer: TimedBuild): void {
  row('build: pages', ours.pages, peer.pages);
  row('build: seconds', ours.seconds.toFixed(2), peer.seconds.toFixed(2));
  const each = ({ seconds, pages }: TimedBuild) => ((1000 * seconds) / pages).toFixed(2);
  row('build: ms a page', each(ours), each(peer));
}

run('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'], PEER);
const copy = copyProject();
try {
  const site = join(copy, 'dist/client');
  const peerSite = join(PEER, 'dist');
  const ourBuild = fastestBuild(copy, { pages: 'dist/client', caches: [CACHE] });
  finish(copy);
  const texts = generateContent(site, PEER);
  const peerBuild = fastestBuild(PEER, { pages: 'dist', caches: ['.astro', 'node_modules/.astro', 'node_modules/.vite'] });
  const lost = lostWords(texts, peerSite);
  if (lost.length > 0) throw new Error(`The other site lacks ${lost.length} words of ours:\n${lost.slice(0, 20).join('\n')}`);
  run(process.execPath, ['scripts/build/compress.ts', peerSite], process.cwd());

  const [ours, peer, browser] = [await serve(site), await serve(peerSite, PEER_POLICY), await launchBrowser()];
  try {
    console.log(`${PROCEDURES.length} procedures: ${PROCEDURES.join(', ')}; the slow line and the search begin at ${PAGE}\n`);
    console.log('| | ours | Starlight |\n| --- | --- | --- |');
    await measure(browser, ours, peer);
    buildRows(ourBuild, peerBuild);
  } finally {
    await Promise.all([browser.close(), ours.close(), peer.close()]);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
