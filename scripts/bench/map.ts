// npm run bench:map: what the page of the map costs on a slow phone and a slow line, how smoothly it is dragged, and what the
// same view would cost with the usual raster tiles.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createApp } from '../../src/server/app.ts';
import { countTraffic, CPU_SLOWDOWN, launchBrowser, PHONE, slowDown, type Traffic } from './slow-phone.ts';

const BUDGET = { bytes: 200_000, requests: 12, ms: 3500, fps: 50, heap: 60_000_000 } as const;
const MANY = 2000;
const DRAG_MS = 4000;
/** A raster tile of the usual servers. */
const TILE = 256;

const app = await createApp(join(process.cwd(), 'dist/client'));
const address = await app.listen({ host: '127.0.0.1', port: 0 });
const browser = await launchBrowser();

interface Visit extends Traffic {
  ms: number;
}

async function firstVisit(view: string): Promise<Visit> {
  const page = await browser.newPage({ viewport: PHONE });
  const session = await page.context().newCDPSession(page);
  await slowDown(session);
  const traffic = countTraffic(session);
  const started = performance.now();
  await page.goto(`${address}/${view}/map/#map`, { waitUntil: 'commit' });
  await page.locator('.leaflet-marker-icon').first().waitFor();
  const ms = Math.round(performance.now() - started);
  await page.waitForLoadState('networkidle');
  await page.close();
  return { ...traffic, ms };
}

/** Puts made-up places into the list before the map is opened: it reads them from there. */
async function addPlaces(page: Page, count: number): Promise<void> {
  await page.addInitScript((many) => {
    document.addEventListener('readystatechange', () => {
      const list = document.querySelector('[data-group] ul');
      if (document.readyState !== 'interactive' || !list) return;
      for (let index = 0; index < many; index += 1) {
        const item = document.createElement('li');
        item.dataset['place'] = `services/made-up-${index}`;
        item.dataset['kind'] = 'health';
        item.dataset['at'] = `${32.2 + ((index * 7) % 311) / 100},${-3.3 + ((index * 13) % 197) / 100}`;
        const link = document.createElement('a');
        link.textContent = `Place ${index}`;
        item.append(link);
        list.append(item);
      }
    });
  }, count);
}

async function dragging(count: number, slowdown: number): Promise<{ fps: number; heap: number }> {
  const page = await browser.newPage({ viewport: PHONE });
  if (count > 0) await addPlaces(page, count);
  await page.goto(`${address}/fr/map/#map`);
  await page.locator('.leaflet-marker-icon').first().waitFor();
  await page.waitForLoadState('networkidle');
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const box = await page.locator('[data-canvas]').boundingBox();
  if (!box) throw new Error('The map is not there.');
  const centre = { x: box.x + box.width / 2, y: Math.min(box.y + box.height / 2, PHONE.height - 60) };
  await page.mouse.move(centre.x, centre.y);
  const frames = page.evaluate(
    (ms) =>
      new Promise<number>((resolve) => {
        const started = performance.now();
        let count = 0;
        const step = () => {
          count += 1;
          const passed = performance.now() - started;
          if (passed < ms) requestAnimationFrame(step);
          else resolve((count * 1000) / passed);
        };
        requestAnimationFrame(step);
      }),
    DRAG_MS,
  );
  const until = performance.now() + DRAG_MS;
  for (let turn = 0; performance.now() < until; turn += 1) {
    await page.mouse.down();
    const direction = turn % 2 === 0 ? 1 : -1;
    await page.mouse.move(centre.x + 60 * direction, centre.y + 80 * direction, { steps: 20 });
    await page.mouse.up();
    await page.mouse.move(centre.x, centre.y);
  }
  const fps = Math.round(await frames);
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await page.close();
  return { fps, heap: usedSize };
}

/** The view that one sees first, cut into tiles as PNG: what the usual servers would send for it. */
async function asTiles(): Promise<{ tiles: number; bytes: number }> {
  const page = await browser.newPage({ viewport: { width: 4 * TILE, height: 5 * TILE } });
  await page.goto(`${address}/fr/map/#map`);
  await page.locator('.leaflet-marker-icon').first().waitFor();
  await page.waitForLoadState('networkidle');
  const box = await page.locator('[data-canvas]').boundingBox();
  if (!box) throw new Error('The map is not there.');
  // A phone's map of 328 by 577 pixels touches three by four tiles, wherever their edges lie.
  const tiles = 12;
  const sample = await page.screenshot({ clip: { x: box.x, y: box.y, width: TILE, height: TILE } });
  await page.close();
  return { tiles, bytes: tiles * sample.length };
}

console.log('### First visit, everything included: CPU slowed 4 times, 400 ms there and back, 400 kbit/s\n');
console.log('| language | bytes | requests | ms until a place can be tapped |\n| --- | --- | --- | --- |');
const visits: Visit[] = [];
for (const view of ['ar', 'fr', 'en', 'es', 'zgh']) {
  const visit = await firstVisit(view);
  visits.push(visit);
  console.log(`| ${view} | ${visit.bytes} | ${visit.requests} | ${visit.ms} |`);
}
console.log('\n### Dragging the map\n');
console.log('| places | CPU | frames a second | JavaScript heap, MB |\n| --- | --- | --- | --- |');
const drags: { fps: number; heap: number; slowdown: number }[] = [];
for (const [count, slowdown] of [
  [0, 1],
  [MANY, 1],
  [0, CPU_SLOWDOWN],
  [MANY, CPU_SLOWDOWN],
] as const) {
  const drag = await dragging(count, slowdown);
  drags.push({ ...drag, slowdown });
  console.log(
    `| ${count > 0 ? `all and ${count} made-up` : 'all'} | ${slowdown === 1 ? 'as it is' : `${slowdown}× slower`} | ${drag.fps} | ${(drag.heap / 1e6).toFixed(1)} |`,
  );
}
const raster = await asTiles();
console.log(
  `\nThe same view in raster tiles: ${raster.tiles} requests more, some ${raster.bytes} bytes (our own drawing, cut and compressed as PNG).`,
);
await browser.close();
await app.close();

const worst = (of: (visit: Visit) => number) => Math.max(...visits.map(of));
const fast = drags.filter(({ slowdown }) => slowdown === 1);
const isOver =
  worst(({ bytes }) => bytes) > BUDGET.bytes ||
  worst(({ requests }) => requests) > BUDGET.requests ||
  worst(({ ms }) => ms) > BUDGET.ms ||
  fast.some(({ fps }) => fps < BUDGET.fps) ||
  drags.some(({ heap }) => heap > BUDGET.heap);
if (isOver) {
  console.error('over budget');
  process.exitCode = 1;
}
