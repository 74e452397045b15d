// Bytes and time to the first result, in a browser, on a slow phone and a slow line.
import { join } from 'node:path';
import { createApp } from '../../../src/server/app.ts';
import { countTraffic, launchBrowser, PHONE, slowDown } from '../slow-phone.ts';

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
  const browser = await launchBrowser();
  const rows: string[] = [];
  for (const [view, query] of QUERIES) {
    const context = await browser.newContext({ viewport: PHONE });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await slowDown(session);
    const traffic = countTraffic(session);
    const started = performance.now();
    await page.goto(`${address}/${view}/search/?q=${encodeURIComponent(query)}`, { waitUntil: 'commit' });
    await page.locator('main ol > li').first().waitFor();
    const first = performance.now() - started;
    const needed = traffic.bytes;
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
