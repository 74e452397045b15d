import { expect, type Page, test } from '@playwright/test';
import { BROWSER_ARGUMENTS, findBrowser } from '../../scripts/verify/browser.ts';
import { ALL_PAGES } from './site.ts';

const executablePath = findBrowser();
// Playwright switches off what a phone has: pages that are left are kept as they were, and shown again at once.
test.use({
  launchOptions: {
    args: [...BROWSER_ARGUMENTS],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    ...(executablePath && { executablePath }),
  },
});

const leaveFor = (page: Page, address: string) =>
  page.evaluate((to) => {
    document.documentElement.dataset['left'] = '';
    location.assign(to);
  }, address);

for (const { view, type, address } of ALL_PAGES) {
  // What became of a request is asked anew each time, and what is not found may be there by then.
  if (view !== 'fr' || ['request', 'not found'].includes(type)) continue;
  test(`${type}: whoever goes back finds the page as it was left, without loading it again`, async ({ page }) => {
    await page.goto(address);
    await leaveFor(page, '/fr/about/#left');
    await page.waitForURL('**/about/#left');
    await page.waitForLoadState();
    // `goBack` waits for a load that does not come.
    await page.evaluate(() => {
      history.back();
    });
    await expect.poll(() => page.evaluate(() => 'left' in document.documentElement.dataset).catch(() => false)).toBe(true);
    expect(await page.evaluate(() => location.pathname)).toBe(address);
  });
}
