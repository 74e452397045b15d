import { expect, test } from '@playwright/test';
import { LANGUAGE_VIEWS } from '../../src/i18n/locales.ts';
import { pagesOf } from '../../scripts/review/print.ts';
import { VIEWS } from '../../src/model/locale.ts';
import { uiWords } from './site.ts';

for (const view of VIEWS) {
  const t = uiWords(view);

  test.describe(`${view}, without JavaScript`, () => {
    test.use({ javaScriptEnabled: false });

    test('from home by topic to a procedure, its papers, and the cells of a province', async ({ page }) => {
      await page.goto(`/${view}/`);
      await page
        .getByRole('region', { name: t('home.topics') })
        .getByRole('link')
        .first()
        .click();
      await page
        .getByRole('region', { name: t('topic.procedures') })
        .getByRole('link')
        .first()
        .click();
      await expect(
        page
          .getByRole('region', { name: t('papers.title') })
          .getByRole('checkbox')
          .first(),
      ).toBeVisible();
      await expect(
        page
          .getByRole('region', { name: t('steps.title') })
          .getByRole('listitem')
          .first(),
      ).toBeVisible();
      await page
        .getByRole('region', { name: t('cell.ask') })
        .getByRole('link')
        .first()
        .click();
      await expect(page).toHaveURL(new RegExp(`/${view}/cells/#`));
    });

    test('a choice under "your case" takes away what does not concern it', async ({ page }) => {
      await page.goto(`/${view}/procedures/passport/`);
      const papers = page.getByRole('region', { name: t('papers.title') }).getByRole('checkbox');
      const all = await papers.count();
      await page.locator('#c-renewal').check();
      expect(await papers.count()).toBeLessThan(all);
      await page.locator('input[name="c-request"]').first().check();
      expect(await papers.count()).toBe(all);
    });
  });

  test(`${view}: papers that were ticked are still ticked after a reload`, async ({ page }) => {
    await page.goto(`/${view}/procedures/national-identity-card/`);
    const papers = page.getByRole('region', { name: t('papers.title') }).getByRole('checkbox');
    await papers.nth(1).check();
    await page.reload();
    await expect(papers.nth(1)).toBeChecked();
    await expect(papers.nth(0)).not.toBeChecked();
  });

  test(`${view}: the list of procedures narrows while one types, and says so when nothing is left`, async ({ page }) => {
    await page.goto(`/${view}/procedures/?q=cnie`);
    // Roles leave out what is hidden: the whole list is counted by its entries.
    const all = page.locator('[data-find]');
    const shown = page.getByRole('region', { name: t('list.az') }).getByRole('listitem');
    await expect(shown).not.toHaveCount(await all.count());
    await expect(shown).not.toHaveCount(0);
    await page.getByRole('searchbox').fill('xyzxyz');
    await expect(page.getByText(t('list.none'))).toBeVisible();
  });
}

test('every page offers the same page in the other languages, each named in itself', async ({ page }) => {
  await page.goto('/fr/cells/commune-nador/');
  const languages = page.getByRole('navigation', { name: uiWords('fr')('nav.languages') }).getByRole('link');
  await expect(languages).toHaveText(['العربية', 'Français', 'English', 'Español', 'ⵜⴰⵎⴰⵣⵉⵖⵜ']);
  for (const [index, view] of LANGUAGE_VIEWS.entries())
    await expect(languages.nth(index)).toHaveAttribute('href', `/${view}/cells/commune-nador/`);
});

test('the Latin-script page says the same as the Tifinagh page, and keeps the name of the language in Tifinagh', async ({ page }) => {
  await page.goto('/zgh-latn/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^[a-zḍḥṛṣṭẓɛɣʷ ?]+$/);
  await expect(page.getByRole('link', { name: 'ⵜⴰⵎⴰⵣⵉⵖⵜ' })).toBeVisible();
});

test('an Amazigh text has its Arabic one tap away', async ({ page }) => {
  await page.goto('/zgh/procedures/passport/');
  const summary = page.locator('#summary');
  await summary.getByText(uiWords('zgh')('translation.counterpart')).click();
  await expect(summary.locator('[lang="ar"][dir="rtl"]')).toBeVisible();
});

test('an unreviewed translation says so near the title and leads to the original', async ({ page }) => {
  await page.goto('/es/procedures/passport/');
  await expect(page.getByText(uiWords('es')('translation.machine'))).toBeVisible();
  await page.getByRole('link', { name: uiWords('es')('translation.original') }).click();
  await expect(page).toHaveURL('/fr/procedures/passport/');
  await expect(page.getByText(uiWords('fr')('translation.machine'))).toHaveCount(0);
});

test('a cell to be confirmed says so and is never shown as open', async ({ page }) => {
  await page.goto('/fr/cells/commune-bouarfa/');
  const t = uiWords('fr');
  await expect(page.getByText(t('cells.toBeConfirmedText'))).toBeVisible();
  await expect(page.getByRole('status')).toHaveCount(0);
});

test('a place is open or closed by the clock of Morocco, not by that of the visitor', async ({ browser }) => {
  const t = uiWords('fr');
  const context = await browser.newContext({ timezoneId: 'America/New_York' });
  const page = await context.newPage();
  // A Tuesday, ten in the morning in Nador, five or six in New York.
  await page.clock.setFixedTime(new Date('2026-11-24T10:00:00Z'));
  await page.goto('/fr/cells/commune-nador/');
  await expect(page.getByRole('status')).toHaveText(t('hours.usuallyOpenUntil').replace('%', '16:30'));
  await page.clock.setFixedTime(new Date('2026-11-24T20:00:00Z'));
  await page.reload();
  await expect(page.getByRole('status')).toHaveText(`${t('hours.usuallyClosed')} · ouvre ${t('hours.tomorrow')} à 08:30`);
  // Throne Day, 30 July, a Friday in 2027.
  await page.clock.setFixedTime(new Date('2027-07-30T10:00:00Z'));
  await page.reload();
  await expect(page.getByRole('status')).toHaveText(`${t('hours.holiday')} · ouvre lundi à 08:30`);
  await context.close();
});

test('a sensitive page is not named in the title, and the quick exit leaves nothing behind the Back button', async ({ page }) => {
  const t = uiWords('fr');
  await page.route('https://www.google.com/', (route) => route.fulfill({ contentType: 'text/html', body: '<title>other</title>' }));
  await page.goto('/fr/');
  await page.goto('/fr/procedures/violence-against-women/');
  await expect(page).not.toHaveTitle(/violence/i);
  await page.getByRole('link', { name: t('exit.button') }).click();
  await expect(page).toHaveURL('https://www.google.com/');
  await page.goBack();
  await expect(page).not.toHaveURL(/violence/);
});

test('after the quick exit, Back shows none of the pages about danger, and no paper that was ticked on them is remembered', async ({
  page,
}) => {
  const t = uiWords('fr');
  await page.route('https://www.google.com/', (route) => route.fulfill({ contentType: 'text/html', body: '<title>other</title>' }));
  await page.goto('/fr/procedures/violence-against-women/');
  await page.getByRole('main').getByRole('checkbox').first().check();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.goto('/fr/orientation/foreigner-violence/');
  await page.getByRole('link', { name: t('exit.button') }).click();
  await expect(page).toHaveURL('https://www.google.com/');
  await page.goBack();
  await expect(page).toHaveURL(/\/fr\/$/);
  // Whoever comes again on purpose is let in.
  await page.goto('/fr/procedures/violence-against-women/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a confidential place is not named in the title, and can be left quickly', async ({ page }) => {
  await page.goto('/fr/services/ain-ghazal/');
  await expect(page).not.toHaveTitle(/ghazal|femmes/i);
  await expect(page.getByRole('link', { name: uiWords('fr')('exit.button') })).toBeVisible();
});

test('Escape three times leaves a sensitive page as well', async ({ page }) => {
  await page.route('https://www.google.com/', (route) => route.fulfill({ contentType: 'text/html', body: '<title>other</title>' }));
  await page.goto('/ar/procedures/violence-against-women/');
  for (const key of ['Escape', 'Escape', 'Escape']) await page.keyboard.press(key);
  await expect(page).toHaveURL('https://www.google.com/');
});

test('the numbers to call at once stand on top of an emergency page', async ({ page }) => {
  await page.goto('/fr/procedures/emergency-numbers/');
  const [first] = await page.getByRole('main').getByRole('link', { name: /^\d+ / }).all();
  expect(await first?.getAttribute('href')).toMatch(/^tel:\d+$/);
  await expect(page.getByRole('main').getByRole('link', { name: /^8350/ })).toBeInViewport();
});

for (const view of ['ar', 'fr', 'zgh'] as const) {
  test(`${view}: every procedure prints on one or two sheets, with the case that was chosen`, async ({ page }) => {
    await page.goto(`/${view}/procedures/`);
    const links = await page
      .getByRole('region', { name: uiWords(view)('list.az') })
      .getByRole('link')
      .all();
    const addresses = await Promise.all(links.map((link) => link.getAttribute('href')));
    for (const address of addresses) {
      await page.goto(address ?? '');
      expect(pagesOf(await page.pdf({ preferCSSPageSize: true })), address ?? '').toBeLessThanOrEqual(2);
    }
    await page.goto(`/${view}/procedures/passport/`);
    await page.locator('#c-renewal').check();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('label:has(#c-renewal)')).toBeVisible();
    await expect(page.locator('label:has(#c-abroad)')).toBeHidden();
  });
}

test('a wrong language, a missing slash and an unknown page are answered in the visitor’s language', async ({ browser }) => {
  const page = await browser.newPage({ locale: 'es-ES' });
  await page.goto('/de/procedures/passport/');
  await expect(page).toHaveURL('/es/procedures/passport/');
  await page.goto('/es/cells');
  await expect(page).toHaveURL('/es/cells/');
  const answer = await page.goto('/no/such/page/');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: uiWords('es')('notFound.title') })).toBeVisible();
  await page.close();
});

test('the first page lets one choose the language', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'العربية' }).click();
  await expect(page).toHaveURL('/ar/');
});

test('the list is searched by words as people type them, in any of the languages', async ({ page }) => {
  const found = async (address: string, typed: string) => {
    await Promise.all([page.waitForResponse('**/words.json'), page.goto(`${address}?q=${encodeURIComponent(typed)}`)]);
    const all = page.locator('[data-find]');
    await expect(all.filter({ visible: true })).not.toHaveCount(await all.count());
    return all.filter({ visible: true }).evaluateAll((items) => items.map((item) => item.getAttribute('data-find')));
  };
  expect(await found('/ar/procedures/', 'السيارة')).toContain('vehicle-temporary-admission');
  expect(await found('/fr/procedures/', "l'ecole")).toContain('school-enrolment-from-abroad');
  expect(await found('/fr/procedures/', 'residence permit')).toContain('residence-permit');
  expect(await found('/en/procedures/', 'car')).not.toContain('birth-certificate');
});

test('a notice is shown on its days only', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2027-07-01T12:00:00Z'));
  await page.goto('/fr/');
  const notice = page.locator('[data-from]');
  await expect(notice).toBeVisible();
  await page.clock.setFixedTime(new Date('2027-12-01T12:00:00Z'));
  await page.reload();
  await expect(notice).toBeHidden();
});

test.describe('a term of the glossary', () => {
  test.use({ javaScriptEnabled: false });
  test('is explained on a tap, and put away again, without JavaScript', async ({ page }) => {
    await page.goto('/fr/procedures/buying-property/');
    const t = uiWords('fr');
    const meaning = page.locator('#t-melkia');
    await expect(meaning).toBeHidden();
    await page.getByRole('button', { name: 'melkia' }).click();
    await expect(meaning).toBeVisible();
    await meaning.getByRole('button', { name: t('glossary.close') }).click();
    await expect(meaning).toBeHidden();
  });
});

test('a term of the glossary opens and closes by keyboard and leads to the whole list', async ({ page }) => {
  await page.goto('/ar/procedures/buying-property/');
  const meaning = page.locator('#t-melkia');
  await page.locator('[popovertarget="t-melkia"]').first().focus();
  await page.keyboard.press('Enter');
  await expect(meaning).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(meaning).toBeHidden();
  await page.keyboard.press('Enter');
  await meaning.getByRole('link', { name: uiWords('ar')('glossary.all') }).click();
  await expect(page).toHaveURL('/ar/glossary/#melkia');
  await expect(page.locator('#melkia')).toBeInViewport();
});

test('the glossary is filtered by what one types', async ({ page }) => {
  await page.goto('/es/glossary/');
  const entries = page.locator('[data-find]');
  expect(await entries.count()).toBeGreaterThanOrEqual(60);
  await page.getByRole('searchbox').fill('kafala');
  await expect(entries.filter({ visible: true })).not.toHaveCount(await entries.count());
  await expect(page.locator('#kafala')).toBeVisible();
  await page.getByRole('searchbox').fill('xyzxyz');
  await expect(page.getByText(uiWords('es')('glossary.none'))).toBeVisible();
});

for (const view of ['ar', 'fr', 'zgh'] as const) {
  test(`${view}: where a text fixes the papers, the page says what one may be asked for and where to complain`, async ({ page }) => {
    await page.goto(`/${view}/procedures/building-permit/`);
    const t = uiWords(view);
    const card = page.getByRole('region', { name: t('fixed.title') });
    await expect(card).toContainText('55-19');
    await expect(card.getByText(t('fixed.say'))).toBeVisible();
    await card.getByRole('link').last().click();
    await expect(page).toHaveURL(`/${view}/procedures/complaints/`);
  });
}

test('a page whose sources were read too long ago says so, by the day of the reader', async ({ page }) => {
  const warning = page.getByText(/a été lue pour la dernière fois/);
  await page.clock.setFixedTime(new Date('2026-12-01T12:00:00Z'));
  await page.goto('/fr/procedures/passport/');
  await expect(warning).toBeHidden();
  await page.clock.setFixedTime(new Date('2028-01-01T12:00:00Z'));
  await page.reload();
  await expect(warning).toBeVisible();
});
