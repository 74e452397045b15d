// Bytes and time to the first result, in a browser, on a slow phone and a slow line.
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { createApp } from '../../../src/server/app.ts';
import { findBrowser } from '../../verify/browser.ts';

const CPU_SLOWDOWN = 4;
/** 400 ms there and back, 400 kbit/s. */
const LINE = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const QUERIES = [
  ['fr', 'carte de sejuor'],
  ['ar', 'بطاقة الاقامه'],
  ['zgh', 'takarda'],
] as const;

/**
 * Measures the first search of a visitor.
 * @returns One row of a table a language: bytes on the wire, milliseconds to the first result, milliseconds of the next key stroke (median of five).
 */
export async function measureInBrowser(): Promise<string[]> {
  const app = await createApp(join(process.cwd(), 'dist/client'));
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const executablePath = findBrowser();
  const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath && { executablePath }) });
  const rows: string[] = [];
  for (const [view, query] of QUERIES) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', LINE);
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    let bytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    const started = performance.now();
    await page.goto(`${address}/${view}/search/?q=${encodeURIComponent(query)}`, { waitUntil: 'commit' });
    await page.locator('main ol > li').first().waitFor();
    const first = performance.now() - started;
    const needed = bytes;
    await page.waitForLoadState('networkidle');
    const key = await page.evaluate(async () => {
      const input = document.querySelector('input[type=search]');
      if (!(input instanceof HTMLInputElement)) return 0;
      const times: number[] = [];
      for (const letter of 'xesit') {
        input.value += letter;
        const before = performance.now();
        input.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise((resolve) => setTimeout(resolve));
        times.push(performance.now() - before);
      }
      return times.sort((one, other) => one - other)[2] ?? 0;
    });
    rows.push(`| ${view} | ${query} | ${needed} | ${Math.round(first)} | ${Math.round(key)} |`);
    await context.close();
  }
  await browser.close();
  await app.close();
  return rows;
}
