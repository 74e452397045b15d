import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { VIEWS, type View } from '../../src/model/locale.ts';
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

async function cutNetwork(context: BrowserContext): Promise<void> {
  await context.setOffline(true);
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
