import { expect, test } from '@playwright/test';
import { pagesOf } from '../../scripts/review/print.ts';
import { VIEWS } from '../../src/model/locale.ts';
import { readContent } from '../../src/reader/read-content.ts';
import { SITUATIONS } from './situations.ts';
import { uiWords } from './site.ts';

const { content } = await readContent('src/content');
const OUTCOMES = [...content.orientation].flatMap(([id, node]) => (node.kind === 'outcome' ? [[id, node] as const] : []));

/** From the home page to an outcome. */
const MOST_TAPS = 4;

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const [index, { who, taps, procedures }] of SITUATIONS.entries()) {
    // Each situation in one of the languages, in turn.
    const view = VIEWS[index % VIEWS.length] ?? 'fr';
    test(`somebody who ${who} is led to the right outcome (${view})`, async ({ page }) => {
      expect(taps.length).toBeLessThanOrEqual(MOST_TAPS);
      await page.goto(`/${view}/`);
      for (const node of taps) await page.getByRole('main').locator(`a[href="/${view}/orientation/${node}/"]`).first().click();
      await expect(page).toHaveURL(`/${view}/orientation/${taps.at(-1)}/`);
      const list = page.getByRole('region', { name: uiWords(view)('orientation.procedures') });
      for (const procedure of procedures) await expect(list.locator(`a[href^="/${view}/procedures/${procedure}/"]`)).toBeVisible();
    });
  }

  test('every question offers "something else", which leads to a cell', async ({ page }) => {
    const t = uiWords('fr');
    for (const path of ['', 'mre/', 'back-health/', 'foreigner-first-permit/']) {
      await page.goto(`/fr/orientation/${path}`);
      await page.getByRole('link', { name: t('orientation.otherwise') }).click();
      await expect(page.getByRole('region', { name: t('cell.ask') })).toBeVisible();
    }
  });

  test('the answers given are listed, each can be changed, and one can start again', async ({ page }) => {
    const t = uiWords('es');
    await page.goto('/es/orientation/mre-card-lost/');
    const answers = page.getByRole('region', { name: t('orientation.why') });
    await expect(answers.getByRole('term')).toHaveCount(4);
    await answers
      .getByRole('link', { name: t('orientation.change') })
      .nth(2)
      .click();
    await expect(page).toHaveURL('/es/orientation/mre-papers/');
    await page.getByRole('link', { name: t('orientation.restart') }).click();
    await expect(page).toHaveURL('/es/orientation/');
  });

  test('a procedure opened from an outcome shows that case, and every case one tap further', async ({ page }) => {
    const t = uiWords('fr');
    await page.goto('/fr/orientation/mre-passport-renewal/');
    await page
      .getByRole('region', { name: t('orientation.procedures') })
      .getByRole('link')
      .first()
      .click();
    const papers = page.getByRole('region', { name: t('papers.title') }).getByRole('checkbox');
    const own = await papers.count();
    await page
      .getByRole('link', { name: t('case.all') })
      .filter({ visible: true })
      .click();
    expect(await papers.count()).toBeGreaterThan(own);
  });

  test('the plan page explains itself', async ({ request }) => {
    // What stands in <noscript> is shown by browsers without scripts, but not by one in which a test has switched them off.
    const page = await (await request.get('/ar/orientation/plan/')).text();
    expect(/<noscript>(.*?)<\/noscript>/s.exec(page)?.[1]).toContain(uiWords('ar')('plan.noscript'));
  });
});

test('the case is also chosen on the page, where it can be changed', async ({ page }) => {
  await page.goto('/fr/procedures/passport/#case-renewal.abroad');
  await expect(page.locator('#c-renewal')).toBeChecked();
  await expect(page.locator('#c-abroad')).toBeChecked();
});

test('two needs become one plan, in which a paper stands once', async ({ page }) => {
  const t = uiWords('fr');
  const papersOf = () =>
    page.locator('[data-part="papers"] > [data-key]').evaluateAll((items) => items.map((item) => item.getAttribute('data-key')));
  const single = [];
  for (const need of ['mre-passport-renewal', 'mre-card-renewal']) {
    await page.goto(`/fr/orientation/${need}/`);
    single.push(...(await papersOf()));
    await page.getByRole('button', { name: t('orientation.keep') }).click();
    await expect(page).toHaveURL('/fr/orientation/');
  }
  await page.getByRole('link', { name: t('orientation.myPlan') }).click();
  const plan = page.getByRole('region', { name: t('orientation.papers') });
  await expect(plan.locator('[data-plan-part="papers-list"] > li')).toHaveCount(new Set(single).size);
  expect(new Set(single).size).toBeLessThan(single.length);
  await expect(page.getByRole('region', { name: t('plan.needs') }).getByRole('listitem')).toHaveCount(2);

  await page
    .getByRole('button', { name: t('plan.remove') })
    .first()
    .click();
  await expect(page.getByRole('region', { name: t('plan.needs') }).getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: t('plan.erase') }).click();
  await expect(page.getByText(t('plan.empty'))).toBeVisible();
  await page.reload();
  await expect(page.getByText(t('plan.empty'))).toBeVisible();
});

test('a plan is shared in the link itself, which no server is told, and opens on another device', async ({ page, browser }) => {
  const t = uiWords('ar');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/ar/orientation/plan/#back-car+back-child-school');
  await expect(page.getByRole('region', { name: t('plan.needs') }).getByRole('listitem')).toHaveCount(2);
  expect(asked.some((address) => address.includes('#') || address.includes('?'))).toBe(false);
  await page.getByRole('button', { name: t('plan.qr') }).click();
  await expect(page.getByRole('img', { name: t('plan.qrLabel') })).toBeVisible();
  await expect(page.getByText(t('plan.shareHint'))).toBeVisible();
  // Seen, not kept: it may be somebody else’s.
  await page.goto('/ar/orientation/');
  await expect(page.getByRole('link', { name: t('orientation.myPlan') })).toBeHidden();
  const other = await browser.newPage();
  await other.goto('/fr/orientation/plan/#back-car');
  await expect(other.getByRole('region', { name: uiWords('fr')('plan.needs') }).getByRole('listitem')).toHaveCount(1);
  await other.close();
});

test('a damaged link is explained, and what can be read is shown', async ({ page }) => {
  const t = uiWords('en');
  await page.goto('/en/orientation/plan/#mre-consulate+no-such-need+%3Cscript%3E');
  await expect(page.getByText(t('plan.damaged'))).toBeVisible();
  await expect(page.getByRole('region', { name: t('plan.needs') }).getByRole('listitem')).toHaveCount(1);
  await page.goto('/en/orientation/plan/#%E0%A4%A');
  await page.reload();
  await expect(page.getByText(t('plan.damaged'))).toBeVisible();
});

test('an old question leads to the nearest that is left, with a sentence', async ({ page }) => {
  await page.goto('/fr/orientation/mre-card-eaten-by-the-dog/');
  await expect(page).toHaveURL('/fr/orientation/mre-card/#moved');
  await expect(page.getByText(uiWords('fr')('orientation.moved'))).toBeVisible();
});

test('the offices of an outcome are those of the chosen province, and the choice is remembered', async ({ page }) => {
  const t = uiWords('fr');
  await page.goto('/fr/orientation/mre-criminal-record/');
  const offices = page.getByRole('region', { name: t('orientation.offices') });
  const all = await offices.getByRole('listitem').count();
  await offices.getByLabel(t('orientation.province')).selectOption('berkane');
  expect(await offices.getByRole('listitem').count()).toBeLessThan(all);
  await page.goto('/fr/orientation/back-court/');
  await expect(page.getByLabel(t('orientation.province'))).toHaveValue('berkane');
});

test('an urgent outcome shows the numbers first; one about danger has the quick exit, tells no title, and is not kept', async ({
  page,
}) => {
  const t = uiWords('fr');
  await page.goto('/fr/orientation/foreigner-violence/');
  await expect(page.getByRole('main').getByRole('link', { name: /^\d/ }).first()).toBeInViewport();
  await expect(page.getByRole('link', { name: t('exit.button') })).toBeVisible();
  await expect(page).not.toHaveTitle(/violence/i);
  await expect(page.getByRole('button', { name: t('orientation.keep') })).toHaveCount(0);
});

test('staff see the whole graph, as an outline and as a drawing', async ({ page }) => {
  await page.goto('/fr/staff/orientation/');
  const t = uiWords('fr');
  await page
    .getByRole('region', { name: t('staff.outline') })
    .getByRole('group')
    .first()
    .click();
  const drawing = await page.request.get('/fr/staff/orientation/graph.svg');
  expect(drawing.headers()['content-type']).toContain('image/svg+xml');
  expect((await drawing.text()).match(/class="outcome"/g)?.length).toBeGreaterThan(100);
});

/** The outcomes with most to print: as many papers as their procedures want. */
const LONGEST = OUTCOMES.map(([id, { procedures }]) => ({
  id,
  papers: procedures.reduce((sum, procedure) => sum + (content.procedures.get(procedure)?.facts.papers.length ?? 0), 0),
}))
  .sort((one, other) => other.papers - one.papers)
  .slice(0, 25)
  .map(({ id }) => id);

for (const view of ['ar', 'fr', 'zgh'] as const) {
  test(`${view}: the longest outcomes print on one sheet each`, async ({ page }) => {
    for (const node of LONGEST) {
      await page.goto(`/${view}/orientation/${node}/`);
      expect(pagesOf(await page.pdf({ preferCSSPageSize: true })), node).toBe(1);
    }
  });
}
