import { expect, type Page, test } from '@playwright/test';
import { uiWords } from './site.ts';

/** Takes from a page what an engine of 2021 does not have. */
function takeAway(): void {
  const from = (owner: object, ...names: string[]) => {
    for (const name of names) Reflect.deleteProperty(owner, name);
  };
  from(Array.prototype, 'at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with');
  from(Object, 'hasOwn', 'groupBy');
  from(Promise, 'withResolvers', 'try');
  from(Crypto.prototype, 'randomUUID');
  from(Iterator.prototype, 'map', 'filter', 'flatMap', 'toArray', 'forEach', 'some', 'find');
  from(HTMLDialogElement.prototype, 'showModal', 'close');
  from(HTMLElement.prototype, 'popover', 'showPopover', 'hidePopover', 'togglePopover');
  from(globalThis, 'HTMLDialogElement', 'structuredClone', 'requestIdleCallback', 'Iterator', 'WeakRef');
  from(URL, 'canParse');
  from(Intl, 'Segmenter', 'ListFormat');
}

/** Styles and attributes that the engine does not know: rules with them are dropped, as it would. */
const asIfUnknown = (html: string) =>
  html
    .replaceAll(':has(', ':unknown(')
    .replaceAll(':popover-open', ':unknown')
    .replaceAll('(scripting:enabled)', '(unknown:enabled)')
    .replaceAll(/ popover(?=[ >])/g, '');

async function openAsOldBrowser(page: Page, address: string): Promise<string[]> {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.addInitScript(takeAway);
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback();
    const response = await route.fetch({ maxRedirects: 0 });
    return route.fulfill({ response, body: asIfUnknown(await response.text()) });
  });
  await page.goto(address);
  return errors;
}

test.describe('in a browser of 2021', () => {
  // The changed styles no longer have the hash that the page names.
  test.use({ bypassCSP: true });

  for (const view of ['ar', 'fr', 'zgh'] as const) {
    const t = uiWords(view);

    test(`${view}: a procedure shows every paper and every explained word, and no choice that would do nothing`, async ({ page }) => {
      const errors = await openAsOldBrowser(page, `/${view}/procedures/passport/`);
      const papers = page.getByRole('region', { name: t('papers.title') }).getByRole('checkbox');
      for (const paper of await papers.all()) await expect(paper).toBeVisible();
      expect(await papers.count()).toBe(await page.locator('input[data-tick]').count());
      await expect(page.locator('.cases')).toBeHidden();
      for (const meaning of await page.locator('.meaning').all()) await expect(meaning).toBeVisible();
      expect(errors).toEqual([]);
    });

    test(`${view}: the search is a page, and finds`, async ({ page }) => {
      const errors = await openAsOldBrowser(page, `/${view}/cells/`);
      await page.locator('a[data-search]').click();
      await expect(page).toHaveURL(`/${view}/search/`);
      await page.getByRole('searchbox').fill('passeport');
      await expect(page.locator('.results a').first()).toHaveAttribute('href', /passport/);
      expect(errors).toEqual([]);
    });
  }

  test('the map opens, and places that are near come first', async ({ page, context }) => {
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation({ latitude: 34.94, longitude: -2.735 });
    const errors = await openAsOldBrowser(page, '/fr/map/#map');
    await expect(page.locator('.leaflet-marker-icon').first()).toBeVisible();
    await page.locator('[data-locate]').click();
    await expect(page.locator('[data-sorted] li').first()).toBeVisible();
    expect(errors).toEqual([]);
  });

  test('questions lead to an outcome, and its plan is kept', async ({ page }) => {
    const errors = await openAsOldBrowser(page, '/fr/orientation/mre-card-lost/');
    await page.locator('[data-keep]').click();
    await page.goto('/fr/orientation/plan/');
    await expect(page.getByText('Carte nationale perdue ou volée').first()).toBeVisible();
    expect(errors).toEqual([]);
  });

  test('a request reaches a cell', async ({ page }) => {
    const t = uiWords('fr');
    const errors = await openAsOldBrowser(page, '/fr/contact/');
    await expect(page.locator('.trap')).not.toBeInViewport();
    await page.getByLabel(t('contact.cell'), { exact: true }).selectOption('commune-nador');
    await page.getByLabel(t('contact.message')).fill('Passeport perdu à Nador');
    await page.getByRole('radio', { name: t('contact.channel.phone') }).check();
    await page.getByLabel(t('contact.phone')).fill('06 12 34 56 78');
    await page.getByRole('checkbox', { name: t('contact.consent', { days: '90' }) }).check();
    await page.getByRole('button', { name: t('contact.send') }).click();
    await expect(page).toHaveURL(/\/fr\/request\//);
    expect(errors).toEqual([]);
  });
});
