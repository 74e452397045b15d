import type { Browser, Page } from '@playwright/test';
import { median } from '../median.ts';
import { PHONE, slowDown, type Traffic } from '../slow-phone.ts';
import type { Served } from './serve.ts';

/** Loads of a page on a slow line: the one in the middle counts. */
const LOADS = 5;

/** Longer than a page of ours waits before it keeps anything, and than keeping takes on this machine. */
const KEEPING_MS = 6000;

/** Opens a page on a phone that was never on the site. */
async function asNewVisitor<T>(browser: Browser, visit: (page: Page) => Promise<T>, keeps = false): Promise<T> {
  const context = await browser.newContext({
    viewport: PHONE,
    hasTouch: true,
    isMobile: true,
    // What is kept for later is counted by itself: within a visit, it would depend on how long the visit is.
    serviceWorkers: keeps ? 'allow' : 'block',
  });
  try {
    return await visit(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Counts what a site sends meanwhile. */
async function trafficDuring(site: Served, action: () => Promise<unknown>): Promise<Traffic> {
  const before = site.traffic();
  await action();
  const after = site.traffic();
  return { bytes: after.bytes - before.bytes, requests: after.requests - before.requests };
}

/**
 * Counts all that a first visit asks for, until the page is at rest.
 * @param browser - Any.
 * @param site - That is visited by nobody else.
 * @param path - Of the page.
 * @returns Bytes with the headers of the answers, and requests.
 * @throws {Error} When the site has no such page.
 */
export function firstVisit(browser: Browser, site: Served, path: string): Promise<Traffic> {
  return asNewVisitor(browser, (page) =>
    trafficDuring(site, async () => {
      const answer = await page.goto(site.address + path, { waitUntil: 'networkidle' });
      if (answer?.status() !== 200) throw new Error(`${site.address}${path} was answered with ${String(answer?.status())}.`);
    }),
  );
}

/**
 * Counts what a page fetches after it is there, for a time without a network.
 * @param browser - Any.
 * @param site - That is visited by nobody else.
 * @param path - Of the page.
 * @returns Bytes and requests beyond those of the first visit.
 */
export function keptForLater(browser: Browser, site: Served, path: string): Promise<Traffic> {
  const visit = async (page: Page) => {
    await page.goto(site.address + path, { waitUntil: 'networkidle' });
    return trafficDuring(site, () => page.waitForTimeout(KEEPING_MS));
  };
  return asNewVisitor(browser, visit, true);
}

/** When the largest part of the page that was painted so far was painted, in milliseconds from the start. */
const largestPaint = () =>
  new Promise<number>((done) => {
    new PerformanceObserver((list) => {
      done(Math.max(...list.getEntries().map(({ startTime }) => startTime)));
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });

/**
 * Measures the Largest Contentful Paint on a slow phone and a slow line.
 * @param browser - Any.
 * @param addresses - Of pages, which are loaded in turn: what else the machine does then meets all of them.
 * @returns Milliseconds a page, the median of five first visits.
 */
export async function slowPaints(browser: Browser, addresses: readonly string[]): Promise<number[]> {
  const times = addresses.map((): number[] => []);
  for (let load = 0; load < LOADS; load += 1) {
    for (const [index, address] of addresses.entries()) {
      const time = await asNewVisitor(browser, async (page) => {
        await slowDown(await page.context().newCDPSession(page));
        await page.goto(address, { waitUntil: 'networkidle' });
        return page.evaluate(largestPaint);
      });
      times[index]?.push(time);
    }
  }
  return times.map((list) => Math.round(median(list)));
}

/** How somebody searches from a page. */
export interface SearchWay {
  /** Selector of what opens the search. */
  opener: string;
  input: string;
  /** Selector of what is found. */
  result: string;
}

/**
 * Counts what somebody needs who opens a page, opens the search there and types.
 * @param browser - Any.
 * @param site - That is visited by nobody else.
 * @param search - The page, what is typed, and the way.
 * @returns Bytes and requests from the very beginning until the first result is seen.
 */
export function firstSearch(
  browser: Browser,
  site: Served,
  { path, text, way }: { path: string; text: string; way: SearchWay },
): Promise<Traffic> {
  return asNewVisitor(browser, (page) =>
    trafficDuring(site, async () => {
      await page.goto(site.address + path, { waitUntil: 'networkidle' });
      await page.locator(way.opener).tap();
      await page.locator(way.input).pressSequentially(text, { delay: 100 });
      await page.locator(way.result).first().waitFor();
    }),
  );
}

/**
 * Counts what somebody needs who opens the address of a search.
 * @param browser - Any.
 * @param site - That is visited by nobody else.
 * @param search - The address below the site, and the selector of what is found.
 * @returns Bytes and requests until the first result is seen.
 */
export function searchByAddress(browser: Browser, site: Served, { path, result }: { path: string; result: string }): Promise<Traffic> {
  return asNewVisitor(browser, (page) =>
    trafficDuring(site, async () => {
      await page.goto(site.address + path, { waitUntil: 'commit' });
      await page.locator(result).first().waitFor();
    }),
  );
}
