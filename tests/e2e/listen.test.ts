import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { endSentences, giveVoices, heard, hearAll, highlighted } from './made-up-voices.ts';
import { uiWords } from './site.ts';

const FRENCH = { lang: 'fr-FR', localService: true };
const ARABIC = { lang: 'ar-MA', localService: true };
const fr = uiWords('fr');
const PASSPORT = '/fr/procedures/passport/';

const button = (page: Page, words: string) => page.getByRole('button', { name: words, exact: true });

/** Goes to a page and begins to listen. */
async function listenTo(page: Page, address: string, t = fr): Promise<void> {
  await page.goto(address);
  await button(page, t('listen.start')).click();
}

/** A page without the button: it has had the time to come. */
async function expectNoButton(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'networkidle' });
  await expect(page.locator('.listen')).toHaveCount(0);
}

for (const address of [
  PASSPORT,
  '/fr/procedures/violence-against-women/',
  '/fr/services/human-rights-commission-oriental/',
  '/fr/cells/commune-nador/',
  '/fr/orientation/mre-card-lost/',
  '/fr/glossary/',
]) {
  test(`${address}: a local voice reads it from its title to its end, and says nothing before it is asked to`, async ({ page }) => {
    await giveVoices(page, [{ lang: 'fr-CA', localService: false }, { lang: 'en-GB', localService: true }, FRENCH]);
    await page.goto(address);
    const listen = button(page, fr('listen.start'));
    await expect(listen).toBeVisible();
    expect(await heard(page)).toEqual([]);
    await listen.click();
    const all = await hearAll(page);
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    expect(all.slice(0, 3).join(' ')).toContain(title.slice(0, 40));
    expect(all.length).toBeGreaterThan(10);
    expect(Math.max(...all.map(({ length }) => length))).toBeLessThan(200);
    expect(await page.evaluate(() => window.speech.heard.every(({ lang }) => lang === 'fr-FR'))).toBe(true);
    await expect(listen).toBeVisible();
    await expect(button(page, fr('listen.stop'))).toBeHidden();
    expect(await highlighted(page)).toBe('');
  });
}

test('papers, steps, costs and places are read in the order of the page; ways elsewhere, law and sources are not', async ({ page }) => {
  await giveVoices(page, [FRENCH]);
  await listenTo(page, PASSPORT);
  const all = await hearAll(page);
  const places = (['papers.title', 'steps.title', 'fees.title', 'where.title'] as const).map((key) => all.indexOf(fr(key)));
  expect(places).toEqual([...places].sort((one, other) => one - other));
  expect(places.every((place) => place > 0)).toBe(true);
  for (const key of ['legal.title', 'related.title', 'cell.ask', 'print.button', 'papers.hint', 'nav.home', 'exit.button'] as const)
    expect(all).not.toContain(fr(key));
  expect(all.join(' ')).not.toContain(fr('sources.title'));
  expect(all.filter((text) => text.includes('·'))).toEqual([]);
  const term = await page.locator('.steps .term').first().innerText();
  expect(all.find((text) => text.includes(term))?.length).toBeGreaterThan(term.length + 5);
});

for (const [voices, why] of [
  [[], 'no voice'],
  [[{ lang: 'fr-FR', localService: false }], 'a voice that sends the text elsewhere'],
  [[ARABIC], 'a voice for another language'],
] as const) {
  test(`with ${why} there is no button, and the script of it is not fetched`, async ({ page }) => {
    await giveVoices(page, voices);
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await expectNoButton(page, PASSPORT);
    expect(fetched.filter((address) => /listen/.test(address))).toEqual([]);
  });
}

test('a page that is no content has no button; a voice that comes late brings it', async ({ page }) => {
  await giveVoices(page, [FRENCH]);
  await expectNoButton(page, '/fr/');
  await giveVoices(page, []);
  await expectNoButton(page, PASSPORT);
  await page.evaluate((voice) => {
    window.speech.arrive([voice]);
    window.speech.arrive([voice]);
  }, FRENCH);
  await expect(button(page, fr('listen.start'))).toBeVisible();
  await expect(page.locator('.listen')).toHaveCount(1);
});

test('the sentence being read is highlighted, and moves on; stop ends it', async ({ page }) => {
  await giveVoices(page, [FRENCH]);
  await listenTo(page, PASSPORT);
  for (let sentence = 0; sentence < 25; sentence += 1) {
    const said = (await heard(page)).at(-1) ?? '';
    expect((await highlighted(page)).replaceAll(' · ', ', ')).toBe(said);
    await endSentences(page);
  }
  await button(page, fr('listen.stop')).press('Enter');
  await expect(button(page, fr('listen.start'))).toBeFocused();
  expect(await highlighted(page)).toBe('');
  expect(await page.evaluate(() => window.speech.speaking)).toBe(false);
});

test('going on after a pause begins the sentence again; a tap on a paragraph goes on from there', async ({ page }) => {
  await giveVoices(page, [FRENCH]);
  await listenTo(page, PASSPORT);
  await endSentences(page, 3);
  await button(page, fr('listen.pause')).click();
  expect(await page.evaluate(() => window.speech.speaking)).toBe(false);
  const before = await heard(page);
  await button(page, fr('listen.continue')).click();
  expect(await heard(page)).toEqual([...before, before.at(-1)]);
  const step = page
    .getByRole('region', { name: fr('steps.title') })
    .getByRole('listitem')
    .nth(1);
  await step.locator('p').first().click();
  const words = await step.innerText();
  await expect.poll(async () => words.includes((await heard(page)).at(-1) ?? '?')).toBe(true);
  await expect(button(page, fr('listen.pause'))).toBeVisible();
});

test('what does not concern the chosen case is not read, also when it is chosen while one listens', async ({ page }) => {
  await giveVoices(page, [FRENCH]);
  await listenTo(page, PASSPORT);
  const hidden = page.locator('[data-request]:not([data-request="renewal"]) strong');
  const names = await hidden.allInnerTexts();
  await page.locator('#c-renewal').check();
  await expect(hidden.first()).toBeHidden();
  const shown = await page.locator('.papers strong:visible').allInnerTexts();
  const all = await hearAll(page);
  expect(all).toEqual(expect.arrayContaining(shown));
  const gone = names.filter((name) => !shown.includes(name));
  expect(gone.length).toBeGreaterThan(0);
  expect(all.filter((text) => gone.includes(text))).toEqual([]);
});

test('the page follows the reading, but does not pull back who has scrolled elsewhere', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await giveVoices(page, [FRENCH]);
  await listenTo(page, PASSPORT);
  const isInView = () =>
    page.evaluate(() => {
      const [range] = CSS.highlights.get('read-aloud') ?? [];
      const { top, bottom } = range instanceof Range ? range.getBoundingClientRect() : { top: -1, bottom: -1 };
      return top >= 0 && bottom <= innerHeight;
    });
  for (let sentence = 0; sentence < 60; sentence += 1) {
    expect(await isInView()).toBe(true);
    await endSentences(page);
  }
  const bar = await button(page, fr('listen.pause')).boundingBox();
  expect(bar?.y).toBeGreaterThan(600);
  await page.mouse.wheel(0, -20_000);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await endSentences(page, 2);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await button(page, fr('listen.pause')).click();
  await button(page, fr('listen.continue')).click();
  expect(await isInView()).toBe(true);
});

test('in Arabic, an Arabic voice reads', async ({ page }) => {
  const t = uiWords('ar');
  await giveVoices(page, [FRENCH, ARABIC]);
  await listenTo(page, '/ar/procedures/passport/', t);
  const all = await hearAll(page);
  expect(all).toContain(t('papers.title'));
  expect(await page.evaluate(() => window.speech.heard.every(({ lang }) => lang === 'ar-MA'))).toBe(true);
});

test('Amazigh is read by an Amazigh voice only, and the Arabic that one has opened by an Arabic one, if there is one', async ({ page }) => {
  const t = uiWords('zgh');
  await giveVoices(page, [FRENCH, ARABIC]);
  await expectNoButton(page, '/zgh/procedures/passport/');
  for (const voices of [[{ lang: 'ber-MA', localService: true }], [{ lang: 'ber-MA', localService: true }, ARABIC]]) {
    await giveVoices(page, voices);
    await page.goto('/zgh/procedures/passport/');
    await page.locator('.origin summary').first().click();
    await button(page, t('listen.start')).click();
    await hearAll(page);
    const languages = await page.evaluate(() => new Set(window.speech.heard.map(({ lang }) => lang)).size);
    expect(languages).toBe(voices.length);
  }
});

test('without highlights the block that is read is outlined', async ({ page }) => {
  await giveVoices(page, [FRENCH]);
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'Highlight');
  });
  await listenTo(page, PASSPORT);
  await expect(page.locator('.read-aloud')).toHaveText(await page.getByRole('heading', { level: 1 }).innerText());
  await endSentences(page);
  await expect(page.locator('.read-aloud')).toHaveCount(1);
  await button(page, fr('listen.stop')).click();
  await expect(page.locator('.read-aloud')).toHaveCount(0);
});

test('a voice that fails gives the button back', async ({ page }) => {
  await giveVoices(page, [FRENCH]);
  await listenTo(page, PASSPORT);
  await page.evaluate(() => {
    window.speech.fail();
  });
  await expect(button(page, fr('listen.start'))).toBeVisible();
});

test('the quick exit is silent at once', async ({ page }) => {
  await giveVoices(page, [FRENCH]);
  await page.route('https://www.google.com/**', (route) => route.fulfill({ body: 'elsewhere' }));
  await listenTo(page, '/fr/procedures/violence-against-women/');
  // Looked at before the next page can come: on a slow line that takes long.
  const isSpeaking = await page.locator('a[data-exit]').evaluate((link) => {
    if (link instanceof HTMLElement) link.click();
    return window.speech.speaking;
  });
  expect(isSpeaking).toBe(false);
  await page.waitForURL('https://www.google.com/');
});

test('a page that one leaves is silent, and stays so', async ({ page }) => {
  await giveVoices(page, [FRENCH]);
  await listenTo(page, PASSPORT);
  await page.evaluate(() => dispatchEvent(new Event('pagehide')));
  await expect(button(page, fr('listen.start'))).toBeVisible();
  expect(await page.evaluate(() => window.speech.speaking)).toBe(false);
  expect(await heard(page)).toHaveLength(1);
});

for (const [view, voice] of [
  ['fr', FRENCH],
  ['ar', ARABIC],
] as const) {
  test(`${view}: while it reads there is no accessibility violation in light or dark, and no sideways scrolling`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await giveVoices(page, [voice]);
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await listenTo(page, `/${view}/procedures/violence-against-women/`, uiWords(view));
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 120))])).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    expect(errors).toEqual([]);
  });
}
