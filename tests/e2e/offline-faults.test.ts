import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { type FaultySite, type OtherAnswer, serveFaulty } from './faulty-site.ts';
import { uiWords } from './site.ts';

test.use({ serviceWorkers: 'allow' });

const t = uiWords('fr');
const PASSPORT = '/fr/procedures/passport/';
const LOGIN_PAGE: OtherAnswer = { status: 200, type: 'text/html', body: '<title>Hotel</title><h1>Log in to the network</h1>' };
const BROKEN: OtherAnswer = { status: 500, type: 'text/html', body: '<h1>500</h1>' };

let site: FaultySite;
test.beforeEach(async () => {
  site = await serveFaulty();
});
test.afterEach(() => site.close());

const kept = (page: Page, path: string) =>
  expect.poll(() => page.evaluate(async (address) => (await caches.match(address)) !== undefined, path)).toBe(true);

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${site.address}${path}`);
  await kept(page, '/fr/offline/');
  await kept(page, path);
}

const List = z.object({
  made: z.string(),
  stored: z.number(),
  bundles: z.array(z.object({ address: z.string(), hash: z.string(), bytes: z.number() })),
});
const copyList = () => List.parse(JSON.parse(readFileSync('dist/client/fr/copy.json', 'utf8')));

/** Makes what is kept look older than a page is shown without asking. */
const age = (page: Page) =>
  page.evaluate(async () => {
    const cache = await caches.open('abrid-pages');
    for (const request of await cache.keys()) {
      const response = await cache.match(request);
      const headers = { 'content-type': 'text/html; charset=utf-8', 'x-abrid-kept': String(Date.now() - 30 * 86_400_000) };
      if (response) await cache.put(request, new Response(await response.text(), { headers }));
    }
  });

const copyIsWhole = async (page: Page) => {
  await page.goto(`${site.address}/fr/offline/`);
  await page.getByRole('button', { name: t('offline.keep') }).click();
  await expect(page.getByText(t('offline.current'))).toBeVisible();
};

for (const [name, other] of [
  ['a server that fails', BROKEN],
  ['the login page of a network', LOGIN_PAGE],
] as const)
  test(`${name} does not replace a page that is kept; a page that is not is shown as it comes`, async ({ page }) => {
    await open(page, PASSPORT);
    await age(page);
    site.answer = (path) => (path.startsWith('/fr/') ? other : undefined);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: /passeport/i })).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: 'Sans réseau' })).toBeVisible();
    await page.goto(`${site.address}/fr/procedures/land-title/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/500|Log in/);
    site.answer = () => undefined;
    await page.goto(`${site.address}${PASSPORT}`);
    await expect(page.getByRole('status').filter({ hasText: 'Sans réseau' })).toBeHidden();
  });

test('what a page was is shown at once, and what it has become the next time', async ({ page }) => {
  await open(page, PASSPORT);
  const html = readFileSync(`dist/client${PASSPORT}index.html`, 'utf8');
  const changed = html.replace(/<h1[^>]*>.*?<\/h1>/s, '<h1>Passeport, autre version</h1>');
  site.answer = (path) => (path === PASSPORT ? { status: 200, type: 'text/html', body: changed } : undefined);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/autre version/);
  await expect
    .poll(() => page.evaluate(async (path) => (await (await caches.match(path))?.text())?.includes('autre version'), PASSPORT))
    .toBe(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/autre version/);
});

test('a download that is cut at every tenth of its length goes on, and asks for nothing twice but what was cut', async ({ page }) => {
  await open(page, '/fr/offline/');
  const { bundles } = copyList();
  const asked = new Map<string, number>();
  let left = 0;
  site.answer = (path) => {
    if (!path.startsWith('/_astro/copy/')) return undefined;
    asked.set(path, (asked.get(path) ?? 0) + 1);
    left -= 1;
    return left > 0 ? undefined : { status: 200, type: 'application/json', body: readFileSync(`dist/client${path}`, 'utf8'), cut: true };
  };
  const done = page.getByText(t('offline.current'));
  const cut = page.getByText(t('offline.offline'));
  let cuts = 0;
  while (!(await done.isVisible())) {
    left = Math.ceil(bundles.length / 10);
    await page.getByRole('button', { name: new RegExp(`^(?:${t('offline.keep')}|${t('offline.resume')})$`) }).click();
    await expect(done.or(cut).filter({ visible: true })).toBeVisible();
    if (await cut.isVisible()) cuts += 1;
  }
  expect(cuts).toBeGreaterThanOrEqual(9);
  expect(Math.max(...asked.values())).toBe(2);
  expect(asked.size).toBe(bundles.length);
});

test('an update that fails leaves the old copy whole', async ({ page, context }) => {
  await open(page, '/fr/offline/');
  await copyIsWhole(page);
  const list = copyList();
  const [, ...others] = list.bundles;
  const newer = { ...list, bundles: [...others, { address: '/_astro/copy/new.json', hash: 'f'.repeat(64), bytes: 1000 }] };
  site.answer = (path) => {
    if (path === '/fr/copy.json') return { status: 200, type: 'application/json', body: JSON.stringify(newer) };
    return path === '/_astro/copy/new.json' ? LOGIN_PAGE : undefined;
  };
  await page.reload();
  await page.getByRole('button', { name: t('offline.update') }).click();
  await expect(page.getByText(t('offline.damaged'))).toBeVisible();
  await context.setOffline(true);
  await page.goto(`${site.address}/fr/procedures/land-title/`);
  await expect(page.getByRole('status').filter({ hasText: 'Sans réseau' })).toBeVisible();
});

test('a device that is full keeps what it had, and is told so', async ({ page }) => {
  await page.addInitScript(() => {
    const open = caches.open.bind(caches);
    let left = 200;
    caches.open = async (name) => {
      const cache = await open(name);
      const put = cache.put.bind(cache);
      cache.put = (request, response) => {
        left -= 1;
        return left > 0 ? put(request, response) : Promise.reject(new DOMException('full', 'QuotaExceededError'));
      };
      return cache;
    };
  });
  await open(page, '/fr/offline/');
  await page.getByRole('button', { name: t('offline.keep') }).click();
  await expect(page.getByText(t('offline.full'))).toBeVisible();
  await page.goto(`${site.address}${PASSPORT}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a copy of which the browser has thrown away a part is completed again', async ({ page }) => {
  await open(page, '/fr/offline/');
  await copyIsWhole(page);
  await page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.includes('fr-procedures'));
    await caches.delete(names[0] ?? '');
  });
  await page.reload();
  await page.getByRole('button', { name: t('offline.update') }).click();
  await expect(page.getByText(t('offline.current'))).toBeVisible();
});

test('a browser that keeps nothing says so, and the pages work', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'caches', { get: () => undefined });
    Object.defineProperty(navigator.serviceWorker, 'register', { value: () => Promise.reject(new DOMException('no', 'SecurityError')) });
  });
  await page.goto(`${site.address}/fr/offline/`);
  await expect(page.getByText(t('offline.unavailable'))).toBeVisible();
  await page.goto(`${site.address}${PASSPORT}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a page that is kept keeps its scripts when the portal has newer ones', async ({ page }) => {
  await open(page, PASSPORT);
  const worker = readFileSync('dist/client/sw.js', 'utf8');
  const [script = ''] = /_astro\/Page\.[^"]+\.js/.exec(worker) ?? [];
  const newer: OtherAnswer = { status: 200, type: 'text/javascript', body: '' };
  site.answer = (path) => {
    if (path === '/sw.js') return { ...newer, body: worker.replace(script, '_astro/newer.js') };
    if (path === '/_astro/newer.js') return newer;
    return path === `/${script}` ? { status: 404, type: 'text/html', body: '' } : undefined;
  };
  await page.evaluate(async () => {
    const taken = new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve);
    });
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
    await taken;
    const worker = registration?.active;
    if (worker?.state !== 'activated') await new Promise((resolve) => worker?.addEventListener('statechange', resolve));
  });
  await kept(page, '/_astro/newer.js');
  expect(await page.evaluate(async (path) => (await fetch(path, { cache: 'no-store' })).status, `/${script}`)).toBe(200);
});

for (const [outcome, other] of [
  ['damaged', LOGIN_PAGE],
  ['offline', undefined],
] as const)
  test(`where nothing is kept and nothing can come, the page says why: ${outcome}`, async ({ page, context }) => {
    await open(page, '/fr/offline/');
    site.answer = (path) => (path === '/fr/copy.json' ? other : undefined);
    await context.setOffline(!other);
    await page.reload();
    await expect(page.getByText(t(`offline.${outcome}`))).toBeVisible();
    await expect(page.getByRole('button', { name: t('offline.keep') })).toBeHidden();
  });

test('where the worker cannot be installed, a language is not said to be kept', async ({ page }) => {
  const body = "addEventListener('install', (event) => event.waitUntil(Promise.reject(new Error('no'))));";
  site.answer = (path) => (path === '/sw.js' ? { status: 200, type: 'text/javascript', body } : undefined);
  await page.goto(`${site.address}/fr/offline/`);
  await page.getByRole('button', { name: t('offline.keep') }).click();
  await expect(page.getByText(t('offline.unavailable'))).toBeVisible();
  await expect(page.getByText(t('offline.current'))).toBeHidden();
});

test('the worker that ends the others leaves nothing behind', async ({ page }) => {
  await open(page, PASSPORT);
  site.answer = (path) =>
    path === '/sw.js' ? { status: 200, type: 'text/javascript', body: readFileSync('src/offline/off.js', 'utf8') } : undefined;
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await expect.poll(() => page.evaluate(() => indexedDB.databases())).toEqual([]);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
