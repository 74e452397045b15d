import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { traitsOf } from '../../src/i18n/locales.ts';
import { ALL_PAGES } from './site.ts';

/** What axe finds, short enough to read. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** How many pixels a page is wider than its window. */
function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

for (const { view, type, address } of ALL_PAGES) {
  test(`${view}, ${type}: speaks its language, has no accessibility violation in light or dark, and asks no other host`, async ({
    page,
    baseURL,
  }) => {
    const elsewhere: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(`${baseURL ?? ''}/`)) elsewhere.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) errors.push(message.text());
    });
    await page.goto(address);
    const { tag, direction } = traitsOf(view);
    await expect(page.locator('html')).toHaveAttribute('lang', tag);
    await expect(page.locator('html')).toHaveAttribute('dir', direction);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page), colorScheme).toEqual([]);
    }
    expect(elsewhere).toEqual([]);
    expect(errors).toEqual([]);
  });

  test.describe('without JavaScript, in a window of 320 pixels', () => {
    test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });

    test(`${view}, ${type}: shows its content without sideways scrolling`, async ({ page }) => {
      await page.goto(address);
      await expect(page.getByRole('main')).toBeVisible();
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    });
  });
}
