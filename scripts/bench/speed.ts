// npm run bench:speed: what a visitor with a slow phone waits for on a slow line, and what a whole task costs.
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { createApp } from '../../src/server/app.ts';
import { freePort } from '../verify/free-port.ts';
import { median } from './median.ts';
import { countTraffic, launchBrowser, PHONE, slowDown } from './slow-phone.ts';

const VIEWS = ['ar', 'fr', 'zgh'] as const;
type Measured = (typeof VIEWS)[number];
const RUNS = 5;
/** Milliseconds, a score without unit, and bytes. */
const AIM = { cold: 1200, kept: 300, interaction: 100, shift: 0, task: 100_000 } as const;
/** From the first page to the people who answer: home, three questions, outcome, procedure, contact. */
const TASK = [
  '',
  'orientation/mre/',
  'orientation/mre-papers/',
  'orientation/mre-card/',
  'orientation/mre-card-lost/',
  'procedures/national-identity-card/',
  'contact/',
];

const app = await createApp(join(process.cwd(), 'dist/client'));
const port = await freePort();
await app.listen({ host: '127.0.0.1', port });
const site = `http://127.0.0.1:${port}`;

/** What a page has told of itself: moments and durations in milliseconds. */
interface Metrics {
  paint: number;
  shift: number;
  interaction: number;
}
declare global {
  interface Window {
    metrics?: Metrics;
  }
}

/** Runs in the page before anything else: short interactions are told only to who listens from the beginning. */
const watchMetrics = () => {
  const seen = (window.metrics = { paint: 0, shift: 0, interaction: 0 });
  const watch = (type: string, read: (entry: PerformanceEntry) => void, more = {}) => {
    new PerformanceObserver((list) => {
      list.getEntries().forEach(read);
    }).observe({ type, buffered: true, ...more });
  };
  watch('largest-contentful-paint', ({ startTime }) => {
    seen.paint = Math.max(seen.paint, startTime);
  });
  watch('layout-shift', (entry) => {
    // What moves because somebody has tapped is what they asked for.
    const isAsked = 'hadRecentInput' in entry && entry.hadRecentInput === true;
    if (!isAsked && 'value' in entry && typeof entry.value === 'number') seen.shift += entry.value;
  });
  const longest = (entry: PerformanceEntry) => {
    if ('interactionId' in entry && entry.interactionId) seen.interaction = Math.max(seen.interaction, entry.duration);
  };
  watch('event', longest, { durationThreshold: 16 });
};

/** When what was just painted has been told. */
async function metricsOf(page: Page): Promise<Metrics> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 300))));
  return page.evaluate(() => window.metrics ?? { paint: 0, shift: 0, interaction: 0 });
}

async function onSlowPhone<T>(browser: Browser, visit: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: PHONE, hasTouch: true });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await slowDown(session);
    await context.addInitScript(watchMetrics);
    return await visit(page);
  } finally {
    await context.close();
  }
}

/** Taps what a reader of a procedure taps. */
async function tapAround(page: Page): Promise<void> {
  await page.locator('input[data-tick]').first().tap();
  await page.locator('main summary').first().tap();
  await page.locator('a[data-search]').tap();
  await page.locator('dialog input').waitFor();
}

const LONGEST_KEEPING = 60_000;

/** Waits until the service worker has kept pages. `waitForFunction` would take the promise of an answer for the answer. */
async function waitForKept(page: Page, paths: readonly string[]): Promise<void> {
  const latest = Date.now() + LONGEST_KEEPING;
  const areKept = () => page.evaluate(async (all) => (await Promise.all(all.map((path) => caches.match(path)))).every(Boolean), paths);
  while (!(await areKept())) if (Date.now() > latest) throw new Error(`The service worker did not keep ${paths.join(', ')}.`);
}

async function speedOf(browser: Browser, view: Measured) {
  const address = `${site}/${view}/procedures/passport/`;
  return onSlowPhone(browser, async (page) => {
    await page.goto(address, { waitUntil: 'networkidle' });
    const cold = { ...(await metricsOf(page)) };
    await tapAround(page);
    const tapped = await metricsOf(page);
    await waitForKept(page, [new URL(address).pathname, `/${view}/`, `/${view}/procedures/emergency-numbers/`]);
    // As somebody comes back to it from another page, as slow as before; the line is not asked.
    await page.goto(`${site}/${view}/`);
    await page.goto(address, { waitUntil: 'load' });
    const kept = await metricsOf(page);
    return { cold: cold.paint, kept: kept.paint, interaction: tapped.interaction, shift: Math.max(cold.shift, tapped.shift, kept.shift) };
  });
}

async function taskOf(browser: Browser, view: Measured) {
  const context = await browser.newContext({ viewport: PHONE, serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const traffic = countTraffic(session);
  for (const path of TASK) await page.goto(`${site}/${view}/${path}`, { waitUntil: 'networkidle' });
  await context.close();
  return traffic;
}

const browser = await launchBrowser();
let isGood = true;
console.log(
  '| language | largest paint, first visit, ms | from the device, ms | longest interaction, ms | layout shift | whole task, bytes | requests |',
);
console.log(`|${' --- |'.repeat(7)}`);
for (const view of VIEWS) {
  const runs: Awaited<ReturnType<typeof speedOf>>[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await speedOf(browser, view));
  const of = (key: keyof (typeof runs)[number]) => median(runs.map((run) => run[key]));
  const task = await taskOf(browser, view);
  console.log(
    `| ${view} | ${Math.round(of('cold'))} | ${Math.round(of('kept'))} | ${Math.round(of('interaction'))} | ${of('shift').toFixed(3)} | ${task.bytes} | ${task.requests} |`,
  );
  isGood &&=
    of('cold') <= AIM.cold &&
    of('kept') <= AIM.kept &&
    of('interaction') <= AIM.interaction &&
    of('shift') <= AIM.shift &&
    task.bytes <= AIM.task;
}
await browser.close();
await app.close();
if (!isGood) {
  console.error('over budget');
  process.exitCode = 1;
}
