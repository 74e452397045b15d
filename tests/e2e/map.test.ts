import { expect, type Page, test } from '@playwright/test';
import { uiWords } from './site.ts';

const ZAIO = { latitude: 34.94, longitude: -2.735 };
/** A Tuesday, ten in the morning in Morocco. */
const TUESDAY = new Date('2026-12-01T10:00:00Z');

const shown = (page: Page) => page.locator('li[data-place]:visible');
const marks = (page: Page) => page.locator('.leaflet-marker-icon');

/** Asks for the nearest cell that is open now, and looks at what is offered. */
async function findNearest(page: Page, view: 'ar' | 'fr' | 'zgh'): Promise<void> {
  const t = uiWords(view);
  await page.getByText(t('search.filters')).click();
  await page.getByLabel(t('map.what')).selectOption('cells');
  await page.getByLabel(t('map.openNow')).check();
  await page.getByRole('button', { name: t('map.near') }).click();
  const first = shown(page).first();
  await expect(first.getByRole('link').first()).toHaveAttribute('href', `/${view}/cells/commune-nador/`);
  await expect(first).toContainText(t('hours.usuallyOpenUntil').replace('%', '16:30'));
  await expect(first.getByRole('link', { name: t('map.directions') })).toHaveAttribute('href', /openstreetmap/);
}

test.describe('the cell nearest to Zaïo that is open on a Tuesday at ten', () => {
  for (const view of ['ar', 'fr', 'zgh'] as const) {
    test(`${view}: is found, called or reached`, async ({ page, context }) => {
      await context.grantPermissions(['geolocation']);
      await context.setGeolocation(ZAIO);
      await page.clock.setFixedTime(TUESDAY);
      await page.goto(`/${view}/map/`);
      await findNearest(page, view);
    });
  }
});

test.describe('with the network cut after the first visit', () => {
  test.use({ serviceWorkers: 'allow' });
  for (const view of ['ar', 'fr', 'zgh'] as const) {
    test(`${view}: the same cell is found, and the map is drawn`, async ({ page, context }) => {
      await context.grantPermissions(['geolocation']);
      await context.setGeolocation(ZAIO);
      await page.goto(`/${view}/map/#map`);
      await marks(page).first().waitFor();
      const files = await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .filter((name) => /_astro|\?v=/.test(name)),
      );
      const areKept = (paths: string[]) =>
        page.evaluate(async (all) => {
          const found = await Promise.all(all.map((path) => caches.match(path)));
          return found.every((response) => response !== undefined);
        }, paths);
      await expect.poll(() => areKept([...files, `/${view}/map/`])).toBe(true);
      await context.setOffline(true);
      await page.clock.setFixedTime(TUESDAY);
      await page.reload();
      await marks(page).first().waitFor();
      await findNearest(page, view);
    });
  }
});

test('a town can be typed instead, and what is not known is said', async ({ page }) => {
  const t = uiWords('fr');
  await page.goto('/fr/map/');
  const town = page.getByLabel(t('map.town'));
  await town.fill('figuig');
  await town.press('Enter');
  await expect(shown(page).first()).toContainText('Figuig');
  await town.fill('Atlantis');
  await town.press('Enter');
  await expect(page.getByRole('alert').filter({ visible: true })).toHaveText(t('map.unknownTown'));
  const all = await page.locator('li[data-place]').count();
  await town.fill('');
  await town.press('Enter');
  await expect(shown(page)).toHaveCount(all);
});

test('a refused position is explained, and a town asked for instead', async ({ page }) => {
  const t = uiWords('es');
  await page.goto('/es/map/');
  await page.getByRole('button', { name: t('map.near') }).click();
  await expect(page.getByRole('alert').filter({ visible: true })).toHaveText(t('map.refused'));
  await expect(page.getByLabel(t('map.town'))).toBeFocused();
});

for (const [what, position, message] of [
  ['far from the region', { latitude: 52.37, longitude: 4.9 }, 'map.outside'],
  ['known to 50 km only', { ...ZAIO, accuracy: 50_000 }, 'map.imprecise'],
] as const) {
  test(`a position ${what} is explained`, async ({ page, context }) => {
    const t = uiWords('fr');
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation(position);
    await page.goto('/fr/map/');
    await page.getByRole('button', { name: t('map.near') }).click();
    await expect(page.getByRole('alert').filter({ visible: true })).toHaveText(t(message).replace('%', '50'));
  });
}

test('filters narrow the list, the number is announced, and nothing found is said', async ({ page }) => {
  const t = uiWords('fr');
  await page.goto('/fr/map/');
  const all = await shown(page).count();
  await page.getByText(t('search.filters')).click();
  await page.getByLabel(t('place.province'), { exact: true }).selectOption('figuig');
  const some = await shown(page).count();
  expect(some).toBeLessThan(all);
  await expect(page.getByText(t('map.count').replace('%', String(some)))).toHaveRole('status');
  // The office for asylum is in Rabat.
  await page.getByLabel(t('map.what')).selectOption('asylum');
  await expect(page.getByText(t('map.none'))).toBeVisible();
});

test('a tap on the map shows the places of a point and leads to their pages; no other host is asked', async ({ page }) => {
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  await page.goto('/fr/map/#map');
  await marks(page).first().waitFor();
  await expect(page.locator('.leaflet-control-attribution')).toContainText('OpenStreetMap');
  const link = page.locator('.leaflet-popup-content a').first();
  // A tap on many places comes nearer, one on a point shows what is there.
  await expect(async () => {
    await marks(page).first().click();
    await expect(link).toBeVisible({ timeout: 500 });
  }).toPass();
  await link.click();
  await expect(page).toHaveURL(/\/fr\/(cells|services)\/[\w-]+\/$/);
  expect(hosts.size).toBe(1);
});

test('where the ground does not come, the places are shown and the list stays', async ({ page }) => {
  const t = uiWords('fr');
  await page.route('**/basemap-low*', (route) => route.fulfill({ body: '<html>captive portal</html>', contentType: 'text/html' }));
  await page.goto('/fr/map/#map');
  await expect(page.getByRole('alert').filter({ visible: true })).toHaveText(t('map.noGround'));
  await expect(marks(page).first()).toBeVisible();
});

test('without a canvas there is an explanation and the list, no grey box', async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.goto('/ar/map/#map');
  await expect(page.getByRole('alert').filter({ visible: true })).toHaveText(uiWords('ar')('map.failed'));
  await expect(shown(page).first()).toBeVisible();
});

test('a confidential place is on no map and in no open data', async ({ page, request }) => {
  await page.goto('/fr/map/');
  await expect(page.locator('[data-place="services/ain-ghazal"]')).toHaveCount(0);
  const data: unknown = await (await request.get('/data/places.geojson')).json();
  expect(JSON.stringify(data)).not.toContain('ain-ghazal');
  expect(data).toMatchObject({ type: 'FeatureCollection' });
});

test('directions open the map program of the phone', async ({ browser }) => {
  const context = await browser.newContext({ userAgent: 'Mozilla/5.0 (Linux; Android 10) Chrome/100 Mobile' });
  const page = await context.newPage();
  await page.goto('/fr/cells/commune-nador/');
  const way = page.getByRole('link', { name: uiWords('fr')('map.directions') });
  await way.evaluate((link) => {
    link.addEventListener('click', (event) => {
      event.preventDefault();
    });
  });
  await way.click();
  await expect(way).toHaveAttribute('href', /^geo:35\.\d+,-2\.\d+/);
  await context.close();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the drawing of the region leads to the places of a province', async ({ page }) => {
    await page.goto('/fr/map/');
    await page
      .getByRole('group', { name: uiWords('fr')('map.region') })
      .getByRole('link', { name: 'Berkane' })
      .click();
    await expect(page).toHaveURL('/fr/map/#berkane');
    await expect(page.locator('#berkane').getByRole('link').first()).toBeVisible();
  });
});
