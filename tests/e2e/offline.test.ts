import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { VIEWS, type View } from '../../src/model/locale.ts';
import { SECURITY_HEADERS } from '../../src/server/headers.ts';
import { uiWords } from './site.ts';

// Each test has its own storage; the others of this site run without a service worker.
test.use({ serviceWorkers: 'allow' });

const ROOT = 'dist/client';

/** Waits until the service worker has this page, and the numbers to call, in its keeping. */
async function waitForWorker(page: Page, view: View): Promise<void> {
  await expect
    .poll(() => page.evaluate(async (path) => (await caches.match(path)) !== undefined, `/${view}/procedures/emergency-numbers/`))
    .toBe(true);
}

async function keepCopy(page: Page, view: View): Promise<void> {
  const t = uiWords(view);
  await page.goto(`/${view}/offline/`);
  await waitForWorker(page, view);
  await page.getByRole('button', { name: t('offline.keep') }).click();
  await expect(page.getByText(t('offline.current'))).toBeVisible();
}

/** Every page of a view, as its site map names it. */
async function addressesOf(view: View): Promise<string[]> {
  const sitemap = await readFile(join(ROOT, view, 'sitemap.xml'), 'utf8');
  return [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => new URL(address).pathname);
}

const List = z.object({ bundles: z.array(z.object({ address: z.string(), bytes: z.number() })) });
const copyList = (view: View) => List.parse(JSON.parse(readFileSync(join(ROOT, view, 'copy.json'), 'utf8')));

async function cutNetwork(context: BrowserContext): Promise<void> {
  await context.setOffline(true);
}

/** Begins the copy of a view and holds back the last that comes of it, the streets, until told to go on. */
async function beginCopy(page: Page, view: View): Promise<() => void> {
  await page.goto(`/${view}/offline/`);
  await waitForWorker(page, view);
  const { promise, resolve } = Promise.withResolvers<undefined>();
  await page.route('**/_astro/copy/streets*', async (route) => {
    await promise;
    await route.continue();
  });
  const streets = page.waitForRequest('**/_astro/copy/streets*');
  await page.getByRole('button', { name: uiWords(view)('offline.keep') }).click();
  await streets;
  return () => {
    resolve(undefined);
  };
}

for (const view of VIEWS)
  test(`${view}: in airplane mode every page of a language that was kept is there, with search, questions and map`, async ({
    page,
    context,
  }) => {
    const t = uiWords(view);
    await keepCopy(page, view);
    await cutNetwork(context);

    const addresses = await addressesOf(view);
    expect(addresses.length).toBeGreaterThan(350);
    const missing = await page.evaluate(async (paths) => {
      const answers = await Promise.all(
        paths.map(async (path) => ({
          path,
          ok: await fetch(path).then(
            ({ ok }) => ok,
            () => false,
          ),
        })),
      );
      return answers.filter(({ ok }) => !ok).map(({ path }) => path);
    }, addresses);
    expect(missing).toEqual([]);

    await page.goto(`/${view}/search/?q=passport`);
    await expect(page.getByRole('main').getByRole('listitem').getByRole('link').first()).toBeVisible();

    await page.goto(`/${view}/orientation/`);
    const answers = page.getByRole('main').locator('.answers a');
    while ((await answers.count()) > 0) {
      await answers.first().click();
      await page.waitForLoadState();
    }
    await expect(page.getByRole('heading', { level: 2, name: t('orientation.procedures') })).toBeVisible();

    await page.goto(`/${view}/map/#map`);
    await expect(page.locator('canvas').first()).toBeVisible();
    await expect(page.getByText(t('map.failed'))).toBeHidden();
    await expect(page.getByText(t('map.noGround'))).toBeHidden();
  });

test('a page that was seen is there without network, says so, and one that was not leads to the numbers to call', async ({
  page,
  context,
}) => {
  const t = uiWords('fr');
  await page.goto('/fr/procedures/passport/');
  await waitForWorker(page, 'fr');
  await expect.poll(() => page.evaluate(async () => (await caches.match(location.pathname)) !== undefined)).toBe(true);
  await cutNetwork(context);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Sans réseau' })).toBeVisible();
  await page.goto('/fr/procedures/land-title/');
  await expect(page.getByText(t('offline.missing'))).toBeVisible();
  await page
    .getByRole('alert')
    .getByRole('link', { name: t('nav.emergency') })
    .click();
  await expect(page.getByRole('main').getByRole('link', { name: /^\d+/ }).first()).toBeVisible();
});

test('a page on a sensitive subject leaves nothing on the device', async ({ page }) => {
  await page.goto('/fr/procedures/violence-against-women/');
  await waitForWorker(page, 'fr');
  await page.reload();
  await page.goto('/fr/offline/');
  await expect(page.getByRole('heading', { name: uiWords('fr')('offline.seen') })).toBeVisible();
  const kept = await page.evaluate(async () => (await (await caches.open('abrid-pages')).keys()).map(({ url }) => url));
  expect(kept.filter((url) => url.includes('violence'))).toEqual([]);
});

test('who saves data is sent nothing that they did not ask for', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await page.goto('/fr/procedures/passport/');
  // What is kept with a first page is kept together.
  await expect.poll(() => page.evaluate(async () => (await caches.match(location.pathname)) !== undefined)).toBe(true);
  const kept = await page.evaluate(async () => (await (await caches.open('abrid-pages')).keys()).map(({ url }) => new URL(url).pathname));
  expect(kept).toEqual(['/fr/procedures/passport/']);
});

test('the size is said first; a download that was cut goes on where it was; it can be erased', async ({ page }) => {
  const t = uiWords('es');
  await page.goto('/es/offline/');
  await waitForWorker(page, 'es');
  await expect(page.getByText(/1\.\d\sMB/)).toBeVisible();
  const bundles: string[] = [];
  let isCut = true;
  await page.route('**/_astro/copy/*', (route) => {
    bundles.push(route.request().url());
    return isCut && bundles.length > 5 ? route.abort() : route.continue();
  });
  await page.getByRole('button', { name: t('offline.keep') }).click();
  await expect(page.getByText(t('offline.offline'))).toBeVisible();
  const asked = bundles.length;
  isCut = false;
  await page.getByRole('button', { name: t('offline.resume') }).click();
  await expect(page.getByText(t('offline.current'))).toBeVisible();
  // The one that was cut off comes again, and no other.
  expect(new Set(bundles).size).toBe(bundles.length - 1);
  expect(bundles.length).toBeGreaterThan(asked);
  await page.getByRole('button', { name: t('offline.erase') }).click();
  await expect(page.getByRole('button', { name: t('offline.keep') })).toBeVisible();
  expect(await page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('abrid-copy')))).toEqual([]);
});

test('a copy that comes in one tab stays whole when another language is kept in another', async ({ page, context }) => {
  const goOn = await beginCopy(page, 'fr');
  await keepCopy(await context.newPage(), 'es');
  goOn();
  await expect(page.getByText(uiWords('fr')('offline.current'))).toBeVisible();
});

test('a copy that is erased in one tab while it comes in another is not taken for whole', async ({ page, context }) => {
  const t = uiWords('fr');
  const goOn = await beginCopy(page, 'fr');
  const other = await context.newPage();
  await other.goto('/fr/offline/');
  await other.getByRole('button', { name: t('offline.erase') }).click();
  await expect(other.getByRole('button', { name: t('offline.keep') })).toBeVisible();
  goOn();
  await expect(page.getByText(t('offline.cancelled'))).toBeVisible();
  await expect(page.getByRole('button', { name: t('offline.keep') })).toBeVisible();
  expect(await page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('abrid-copy')))).toEqual([]);
});

test('what came of a copy that was cancelled stays when another language is kept, of which nothing is offered to go on', async ({
  page,
}) => {
  const t = uiWords('fr');
  const goOn = await beginCopy(page, 'fr');
  await page.getByRole('button', { name: t('offline.cancel') }).click();
  await expect(page.getByText(t('offline.cancelled'))).toBeVisible();
  goOn();
  await keepCopy(page, 'es');
  await page.goto('/en/offline/');
  await expect(page.getByRole('button', { name: uiWords('en')('offline.keep') })).toBeVisible();
  await expect(page.getByRole('button', { name: uiWords('en')('offline.erase') })).toBeHidden();
  await page.goto('/fr/offline/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.getByRole('button', { name: t('offline.resume') }).click();
  await expect(page.getByText(t('offline.current'))).toBeVisible();
  // Spanish brought the streets.
  expect(asked.filter((path) => path.startsWith('/_astro/copy/'))).toEqual([]);
});

test('who keeps a language at once, on a first visit, has it without a network', async ({ page, context }) => {
  const t = uiWords('fr');
  // What starts the worker on other pages.
  await page.route('**/_astro/offline.*.js', (route) => route.abort());
  await page.goto('/fr/offline/');
  await page.getByRole('button', { name: t('offline.keep') }).click();
  await expect(page.getByText(t('offline.current'))).toBeVisible();
  await cutNetwork(context);
  await page.goto('/fr/procedures/passport/');
  await expect(page.getByRole('heading', { level: 1, name: /passeport/i })).toBeVisible();
});

test('a page from the device is as guarded as one from the server', async ({ page }) => {
  const headersOf = async (path: string) => {
    const response = await page.goto(path);
    expect(response?.fromServiceWorker()).toBe(true);
    return response?.headers();
  };
  await page.goto('/fr/procedures/passport/');
  await waitForWorker(page, 'fr');
  expect(await headersOf('/fr/procedures/emergency-numbers/')).toMatchObject(SECURITY_HEADERS);
  await keepCopy(page, 'fr');
  expect(await headersOf('/fr/procedures/violence-against-women/')).toMatchObject(SECURITY_HEADERS);
});

test('pages that were seen are forgotten with their addresses, also by a worker that has just woken up', async ({ page, context }) => {
  const addresses = () =>
    page.evaluate(async () => {
      const of = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve) => {
          request.onsuccess = () => {
            resolve(request.result);
          };
        });
      const database = await of(indexedDB.open('workbox-expiration'));
      const entries = await of(database.transaction('cache-entries').objectStore('cache-entries').getAllKeys());
      database.close();
      return entries.filter((key) => typeof key === 'string' && key.includes('passport'));
    });
  await page.goto('/fr/procedures/passport/');
  await waitForWorker(page, 'fr');
  await expect.poll(addresses).toHaveLength(1);
  await page.goto('/fr/offline/');
  const forget = page.getByRole('button', { name: uiWords('fr')('offline.forget') });
  await expect(forget).toBeVisible();
  const browser = await context.newCDPSession(page);
  await browser.send('ServiceWorker.enable');
  await browser.send('ServiceWorker.stopAllWorkers');
  await forget.click();
  await expect(forget).toBeHidden();
  expect(await addresses()).toEqual([]);
});

test('without a network, every address leads to a page of the portal', async ({ page, context }) => {
  const t = uiWords('fr');
  await page.goto('/fr/procedures/passport/');
  await waitForWorker(page, 'fr');
  await expect.poll(() => page.evaluate(async () => (await caches.match(location.pathname)) !== undefined)).toBe(true);
  await cutNetwork(context);
  for (const [typed, shown] of [
    ['/', '/fr/'],
    ['/fr', '/fr/'],
    ['/fr/procedures/passport', '/fr/procedures/passport/'],
  ] as const) {
    await page.goto(typed);
    await expect(page).toHaveURL(shown);
    await expect(page.getByRole('status').filter({ hasText: 'Sans réseau' })).toBeVisible();
  }
  for (const path of ['/ar/procedures/passport/', '/es/', '/fr/request/', '/desk/']) {
    await page.goto(path);
    await expect(page.getByText(t('offline.missing'))).toBeVisible();
  }
});

test('words come before streets, and a cut costs no more than a piece of these', () => {
  for (const view of VIEWS) {
    const { bundles } = copyList(view);
    expect(bundles.length).toBeLessThanOrEqual(30);
    const first = bundles.findIndex(({ address }) => address.includes('/streets'));
    const streets = bundles.slice(first);
    expect(streets.length).toBeGreaterThan(3);
    expect(streets.every(({ address }) => address.includes('/streets'))).toBe(true);
    // The town of Oujda is one file.
    expect(streets.filter(({ bytes }) => bytes > 125_000)).toHaveLength(1);
  }
});
