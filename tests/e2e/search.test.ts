import { expect, type Page, test } from '@playwright/test';
import { uiWords } from './site.ts';

const results = (page: Page) => page.getByRole('main').getByRole('list').first().getByRole('link');

async function searchFor(page: Page, view: string, query: string): Promise<void> {
  await page.goto(`/${view}/search/?q=${encodeURIComponent(query)}`);
  await expect(results(page).first()).toBeVisible();
}

for (const [view, query, id] of [
  ['fr', 'carte de sejuor', 'residence-permit'],
  ['fr', 'ta3chir tomobil', 'vehicle-customs-clearance'],
  ['ar', 'carte de séjour', 'residence-permit'],
  ['ar', 'راجلي كيضربني', 'violence-against-women'],
  ['zgh', 'بطاقة التعريف الوطنية', 'national-identity-card'],
  ['zgh-latn', 'takarda tanamurt', 'national-identity-card'],
  ['es', 'pasaporte perdido', 'passport'],
] as const) {
  test(`${view}: "${query}" finds its page among the three that one sees first, in the language of the page`, async ({ page }) => {
    await searchFor(page, view, query);
    const addresses = (await results(page).evaluateAll((links) => links.map((link) => link.getAttribute('href')))).slice(0, 3);
    expect(addresses).toContain(`../procedures/${id}/`);
    await results(page)
      .nth(addresses.indexOf(`../procedures/${id}/`))
      .click();
    await expect(page).toHaveURL(`/${view}/procedures/${id}/`);
  });
}

test('what was typed at home stands in the address of the results, and Back leads back to them', async ({ page }) => {
  const t = uiWords('fr');
  await page.goto('/fr/');
  await page.getByRole('combobox', { name: t('home.search') }).fill('passeport');
  await page.getByRole('button', { name: t('home.searchButton') }).click();
  await expect(page).toHaveURL('/fr/search/?q=passeport');
  await results(page).first().click();
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('passeport');
  await expect(results(page).first()).toBeVisible();
});

test('suggestions stand under the box while one types, and can be chosen by keyboard', async ({ page }) => {
  const t = uiWords('ar');
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto('/ar/');
  const box = page.getByRole('combobox', { name: t('home.search') });
  expect(fetched.some((address) => address.includes('entries.json'))).toBe(false);
  await box.pressSequentially('جواز سفر');
  const options = page.getByRole('listbox').getByRole('option');
  await expect(options.first()).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /./ })).toBeAttached();
  await box.press('ArrowDown');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await box.press('Escape');
  await expect(options.first()).toBeHidden();
  await expect(box).toHaveValue('جواز سفر');
  await box.press('ArrowDown');
  await expect(options.first()).toBeVisible();
  await box.press('ArrowDown');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await box.press('Enter');
  await expect(page).toHaveURL(/\/ar\/(procedures|orientation)\/[\w-]+\/$/);
});

test('the box opens over any page, suggests, and is put away with Escape', async ({ page }) => {
  const t = uiWords('ar');
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto('/ar/procedures/passport/');
  expect(fetched.some((address) => address.includes('entries.json'))).toBe(false);
  await page.getByRole('link', { name: t('search.title') }).click();
  const sheet = page.getByRole('dialog', { name: t('search.title') });
  const box = sheet.getByRole('combobox', { name: t('search.title') });
  await expect(box).toBeFocused();
  await box.pressSequentially('طلاق');
  await expect(sheet.getByRole('option').first()).toBeVisible();
  await box.press('Escape');
  await box.press('Escape');
  await expect(sheet).toBeHidden();
  await page.getByRole('link', { name: t('search.title') }).click();
  await box.fill('divorce');
  await box.press('ArrowDown');
  await box.press('Enter');
  await expect(page).toHaveURL('/ar/procedures/divorce-abroad/');
});

test('results can be narrowed, the address says so, and a choice that leaves nothing is undone by a tap', async ({ page }) => {
  const t = uiWords('fr');
  await searchFor(page, 'fr', 'carte de séjour');
  await page.getByText(t('search.filters')).click();
  await page.getByLabel(t('search.kind'), { exact: true }).selectOption('services');
  await expect(page).toHaveURL(/kind=services/);
  await expect(results(page).first()).toHaveAttribute('href', /^\.\.\/services\//);
  await page.reload();
  await expect(results(page).first()).toHaveAttribute('href', /^\.\.\/services\//);
  await page.getByRole('searchbox').fill('marhaba');
  await page.getByText(t('search.filters')).click();
  await page.getByLabel(t('search.topic'), { exact: true }).selectOption('health');
  await page.getByRole('button', { name: t('search.widen') }).click();
  await expect(results(page).first()).toBeVisible();
});

test('a search that led to a page is remembered on the device, one about danger is not, and all can be erased', async ({ page }) => {
  const t = uiWords('fr');
  for (const query of ['dédouaner ma voiture', 'mon mari me frappe']) {
    await searchFor(page, 'fr', query);
    await results(page).first().click();
    await page.waitForURL(/procedures/);
  }
  await page.goto('/fr/search/');
  const recent = page.getByRole('region', { name: t('search.recent') });
  await expect(recent.getByRole('link')).toHaveText(['dédouaner ma voiture']);
  await recent.getByRole('button', { name: t('search.forget') }).click();
  await expect(recent).toBeHidden();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('a misspelling is told, and the words that were met are marked', async ({ page }) => {
  await searchFor(page, 'fr', 'pasport');
  await expect(page.getByText(uiWords('fr')('search.read'))).toBeVisible();
  await expect(results(page).first().locator('mark').first()).toHaveText(/passeport/i);
});

test('where nothing is found there are ways on, and nothing typed is read as markup', async ({ page }) => {
  const t = uiWords('ar');
  const alerts: string[] = [];
  page.on('dialog', (dialog) => void alerts.push(dialog.message()));
  await page.goto(`/ar/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)> 汉字漢字')}`);
  await page.getByRole('searchbox').fill('汉字漢字');
  await expect(page.getByText(t('search.nothingText'))).toBeVisible();
  await expect(page.getByRole('link', { name: t('orientation.title') })).toBeVisible();
  expect(alerts).toEqual([]);
});

test('while the line is down the search says so, and keeps what was typed', async ({ page }) => {
  await page.route('**/entries.json*', (route) => route.abort());
  await page.goto('/es/search/?q=pasaporte');
  await expect(page.getByRole('alert').filter({ visible: true })).toHaveText(uiWords('es')('search.failed'));
  await expect(page.getByRole('searchbox')).toHaveValue('pasaporte');
  await page.unroute('**/entries.json*');
  await page.getByRole('button', { name: uiWords('es')('home.searchButton') }).click();
  await expect(results(page).first()).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the form leads to the list from A to Z and the topics', async ({ page }) => {
    const t = uiWords('fr');
    await page.goto('/fr/');
    await page.getByRole('combobox', { name: t('home.search') }).fill('passeport');
    await page.getByRole('button', { name: t('home.searchButton') }).click();
    await page.getByRole('link', { name: t('home.allProcedures') }).click();
    await expect(page).toHaveURL('/fr/procedures/');
  });
});
