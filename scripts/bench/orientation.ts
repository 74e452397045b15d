// npm run bench:orientation: how long a tap on an answer takes until the next question is there, on a phone of the middle range.
import { join } from 'node:path';
import { createApp } from '../../src/server/app.ts';
import { CPU_SLOWDOWN, launchBrowser, PHONE } from './slow-phone.ts';

const RUNS = 10;
const AIM = 100;
const PATHS = ['mre', 'mre-papers', 'mre-card', 'mre-card-lost'];

const app = await createApp(join(process.cwd(), 'dist/client'));
const browser = await launchBrowser();
const context = await browser.newContext({ viewport: PHONE, hasTouch: true, isMobile: true });
const page = await context.newPage();
const session = await context.newCDPSession(page);
await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });

/** From the start of the navigation, in milliseconds: until all answers are there as links, which need no script, and until something is painted. */
const timings = () =>
  page.evaluate(
    () =>
      new Promise<{ ready: number; painted: number }>((resolve) => {
        new PerformanceObserver((list, observer) => {
          const [paint] = list.getEntriesByName('first-contentful-paint');
          const [navigation] = performance.getEntriesByType('navigation');
          if (!paint || !(navigation instanceof PerformanceNavigationTiming)) return;
          observer.disconnect();
          resolve({ ready: navigation.domInteractive, painted: paint.startTime });
        }).observe({ type: 'paint', buffered: true });
      }),
  );

/** Nobody answers before the question stands still. */
const READING = 400;

async function tap(link: string): Promise<{ ready: number; painted: number }> {
  await page.waitForTimeout(READING);
  await page.locator(`main a[href="${link}"]`).first().tap();
  await page.waitForURL(`**${link}`);
  return timings();
}

// For scale: a page with one word.
app.get('/empty/', async (_request, reply) => reply.type('text/html').send('<!doctype html><title>-</title><main>-</main>'));
app.get('/link/', async (_request, reply) =>
  reply.type('text/html').send('<!doctype html><title>-</title><main><a href="/empty/">-</a></main>'),
);

const address = await app.listen({ host: '127.0.0.1', port: 0 });

const results = new Map<string, { ready: number; painted: number }[]>();
for (let run = 0; run < RUNS; run += 1) {
  const walks = [
    { from: '/link/', links: ['/empty/'] },
    { from: '/ar/', links: PATHS.map((node) => `/ar/orientation/${node}/`) },
  ];
  for (const { from, links } of walks) {
    await page.goto(`${address}${from}`);
    for (const link of links) results.set(link, [...(results.get(link) ?? []), await tap(link)]);
  }
}
await browser.close();
await app.close();

const at = (list: readonly number[], share: number) =>
  Math.round([...list].sort((one, other) => one - other)[Math.floor((list.length - 1) * share)] ?? 0);
console.log(`From the tap on a link, CPU slowed ${CPU_SLOWDOWN} times, ${RUNS} runs, no network between, in ms: median / 90 %.\n`);
console.log('| page | can be tapped | painted |\n| --- | --- | --- |');
for (const [link, list] of results) {
  const [ready, painted] = [list.map((timing) => timing.ready), list.map((timing) => timing.painted)];
  console.log(`| ${link} | ${at(ready, 0.5)} / ${at(ready, 0.9)} | ${at(painted, 0.5)} / ${at(painted, 0.9)} |`);
}
console.log(`\naim: the next question can be tapped within ${AIM} ms`);
