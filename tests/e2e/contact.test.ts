import { readdir, readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { uiWords } from './site.ts';

const OUTBOX = 'test-results/desk/outbox';

/** The mail that the desk has written about a request, its parts decoded. */
async function mailAbout(number: string): Promise<string> {
  let found = '';
  await expect
    .poll(async () => {
      const files = await readdir(OUTBOX).catch(() => []);
      const mails = await Promise.all(files.filter((file) => file.endsWith('.eml')).map((file) => readFile(`${OUTBOX}/${file}`, 'utf8')));
      found = mails.find((mail) => mail.includes(number)) ?? '';
      return found !== '';
    })
    .toBe(true);
  const bytes = found
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

async function fill(page: Page, view: 'ar' | 'fr' | 'es' | 'zgh', message: string): Promise<void> {
  const t = uiWords(view);
  await page.getByLabel(t('contact.cell'), { exact: true }).selectOption('commune-nador');
  await page.getByLabel(t('contact.message')).fill(message);
  await page.getByRole('radio', { name: t('contact.channel.phone') }).check();
  await page.getByLabel(t('contact.phone')).fill('06 12 34 56 78');
  await page.getByRole('checkbox', { name: t('contact.consent', { days: '90' }) }).check();
}

const numberOn = async (page: Page) => (await page.locator('.number').textContent())?.trim() ?? '';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });
    for (const view of ['ar', 'es', 'zgh'] as const) {
      test(`${view}: a request reaches the cell in French and Arabic, is followed and withdrawn`, async ({ page }) => {
        const t = uiWords(view);
        const message = `Necesito ayuda <b>ya</b> ${view} ${String(javaScriptEnabled)}`;
        await page.goto(`/${view}/contact/`);
        await fill(page, view, message);
        await page.getByRole('button', { name: t('contact.send') }).click();
        await expect(page).toHaveURL(new RegExp(`/${view}/request/`));
        const number = await numberOn(page);
        expect(number).toMatch(/^\w{4}-\w{4}-\w$/);
        await expect(page.getByText(t('request.state.open'), { exact: true })).toBeVisible();
        const mail = await mailAbout(number);
        for (const part of [`Demande ${number}`, `طلب ${number}`, 'Cellule d’accueil de la commune de Nador', message, 'ya&lt;/b&gt;'])
          expect(mail).toContain(part);
        await page.getByRole('button', { name: t('request.withdraw') }).click();
        await expect(page.getByText(t('request.state.withdrawn'))).toBeVisible();
      });
    }

    test('what is missing is said beside its field, and nothing typed is lost', async ({ page }) => {
      const t = uiWords('fr');
      await page.goto('/fr/contact/');
      // What a browser would stop by itself must be explained all the same.
      await page.locator('form[data-contact]').evaluate((form) => {
        form.setAttribute('novalidate', '');
      });
      await page.getByLabel(t('contact.message')).fill('Je cherche une école');
      await page.getByRole('radio', { name: t('contact.channel.email') }).check();
      await page.getByLabel(t('contact.email')).fill('personne');
      await page.getByRole('button', { name: t('contact.send') }).click();
      const alert = page.getByRole('alert').filter({ visible: true });
      await expect(alert).toContainText(t('contact.errors'));
      await expect(alert.getByRole('link')).toHaveCount(3);
      await expect(page.getByText(t('contact.error.email'))).toBeVisible();
      await expect(page.getByLabel(t('contact.message'))).toHaveValue('Je cherche une école');
      await expect(page.getByLabel(t('contact.email'))).toHaveValue('personne');
    });
  });
}

test('what it is about comes from the page before, can be taken away, and stands in the mail', async ({ page }) => {
  const t = uiWords('es');
  await page.goto('/es/orientation/mre-card-lost/');
  await page
    .getByRole('link', { name: t('contact.title') })
    .first()
    .click();
  const about = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: t('contact.remove') }) });
  await expect(about.first()).not.toHaveText(/^mre-/);
  const all = await about.count();
  await about.last().getByRole('button').click();
  await expect(about).toHaveCount(all - 1);
  await fill(page, 'es', 'He perdido la tarjeta');
  await page.getByRole('button', { name: t('contact.send') }).click();
  await expect(page).toHaveURL(/request/);
  const mail = await mailAbout(await numberOn(page));
  expect(mail).toContain('Besoin');
  expect(mail).toContain('/fr/procedures/');
  expect(mail).toContain('/es/procedures/');
});

test('a draft stays on the device, is erased on a tap, and none is kept where it could be a danger', async ({ page }) => {
  const t = uiWords('fr');
  await page.goto('/fr/contact/');
  await page.getByLabel(t('contact.message')).fill('Un brouillon');
  await page.reload();
  await expect(page.getByLabel(t('contact.message'))).toHaveValue('Un brouillon');
  await page.getByRole('button', { name: t('contact.erase') }).click();
  await page.reload();
  await expect(page.getByLabel(t('contact.message'))).toHaveValue('');
  await page.goto('/fr/procedures/violence-against-women/');
  await page
    .getByRole('link', { name: t('contact.title') })
    .first()
    .click();
  await page.getByLabel(t('contact.message')).fill('Secret');
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('Secret');
});

test('while the line is down the request is kept, and sent once when it is back', async ({ page, context }) => {
  const t = uiWords('fr');
  await page.goto('/fr/contact/');
  await fill(page, 'fr', 'Depuis le bateau');
  await context.setOffline(true);
  await page.getByRole('button', { name: t('contact.send') }).click();
  await expect(page.getByText(t('contact.offline'))).toBeVisible();
  await context.setOffline(false);
  await expect(page).toHaveURL(/request/);
  expect(await numberOn(page)).toMatch(/^\w{4}-\w{4}-\w$/);
});

test('whoever goes back and writes something else sends another request; the same again is the same', async ({ page }) => {
  const t = uiWords('fr');
  await page.goto('/fr/contact/');
  await fill(page, 'fr', 'La première');
  await page.getByRole('button', { name: t('contact.send') }).click();
  await expect(page).toHaveURL(/request/);
  const first = await numberOn(page);
  await page.goBack();
  await fill(page, 'fr', 'La deuxième');
  await page.getByRole('button', { name: t('contact.send') }).click();
  await expect(page).toHaveURL(/request/);
  const second = await numberOn(page);
  expect(second).not.toBe(first);
  expect(await mailAbout(second)).toContain('La deuxième');
});

test('requests of two tabs wait beside each other; neither takes the words of the other away', async ({ page, context }) => {
  const t = uiWords('fr');
  const other = await context.newPage();
  for (const [tab, text] of [
    [page, 'Du premier onglet'],
    [other, 'Du deuxième onglet'],
  ] as const) {
    await tab.goto('/fr/contact/');
    await fill(tab, 'fr', text);
  }
  await context.setOffline(true);
  for (const tab of [page, other]) {
    await tab.getByRole('button', { name: t('contact.send') }).click();
    await expect(tab.getByText(t('contact.offline'))).toBeVisible();
  }
  await other.getByLabel(t('contact.message')).fill('Ce que j’écris maintenant');
  await context.setOffline(false);
  await expect(page).toHaveURL(/request/);
  await expect(other.getByRole('link', { name: t('contact.sent') })).toBeVisible();
  await expect(other.getByLabel(t('contact.message'))).toHaveValue('Ce que j’écris maintenant');
  expect(await page.evaluate(() => localStorage.getItem('abrid.outgoing'))).toBeNull();
});

test('what waits survives answers of others, and is sent from any page; to erase the draft erases it, too', async ({ page, context }) => {
  const t = uiWords('fr');
  await page.goto('/fr/contact/');
  let answer: 'none' | 'of another' | 'of the desk' = 'none';
  let asked = 0;
  await context.route('**/fr/contact/', async (route) => {
    if (route.request().method() !== 'POST' || answer === 'of the desk') return route.continue();
    asked += 1;
    return answer === 'none' ? route.abort() : route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' });
  });
  await fill(page, 'fr', 'Depuis la montagne');
  await page.getByRole('button', { name: t('contact.send') }).click();
  await expect(page.getByText(t('contact.offline'))).toBeVisible();
  answer = 'of another';
  asked = 0;
  await page.goto('/fr/about/');
  await expect.poll(() => asked).toBeGreaterThan(0);
  answer = 'of the desk';
  await page.goto('/fr/glossary/');
  await page.getByRole('link', { name: t('contact.sent') }).click();
  expect(await mailAbout(await numberOn(page))).toContain('Depuis la montagne');

  await page.goto('/fr/contact/');
  await fill(page, 'fr', 'Pas sur ce téléphone');
  answer = 'none';
  await page.getByRole('button', { name: t('contact.send') }).click();
  await expect(page.getByText(t('contact.offline'))).toBeVisible();
  await page.getByRole('button', { name: t('contact.erase') }).click();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('Pas sur ce');
  asked = 0;
  await page.evaluate(async () => {
    dispatchEvent(new Event('online'));
    await fetch('/healthz');
  });
  expect(asked).toBe(0);
});

test('about danger, what waits for the line waits in the page, and nothing of it stays on the device', async ({ page, context }) => {
  const t = uiWords('fr');
  await page.goto('/fr/contact/#private=1');
  await fill(page, 'fr', 'Secret');
  await context.setOffline(true);
  await page.getByRole('button', { name: t('contact.send') }).click();
  await expect(page.getByText(t('contact.offlineHere'))).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain('Secret');
  await context.setOffline(false);
  await expect(page).toHaveURL(/request/);
});

test('a cell says what it has done by a link that asks for a click; opening it changes nothing', async ({ page, request }) => {
  const t = uiWords('fr');
  const sent = await request.post('/fr/contact/', {
    headers: { accept: 'application/json' },
    form: { cell: 'commune-nador', message: 'Bonjour', channel: 'visit', language: 'fr', consent: 'yes' },
  });
  const { number, link } = z.object({ number: z.string(), link: z.string() }).parse(await sent.json());
  const mail = await mailAbout(number);
  const action = /http:\/\/localhost:4321(\/desk\/[^\s]+\/taken\/\?e=\d+&t=[\w-]+)/.exec(mail)?.[1] ?? '';
  await page.goto(action);
  await page.goto(link);
  await expect(page.getByText(t('request.state.open'), { exact: true })).toBeVisible();
  await page.goto(action);
  await page.getByRole('button').click();
  await expect(page.getByRole('status')).toContainText(t('desk.done'));
  await page.goto(link);
  await expect(page.getByText(t('request.state.taken'))).toBeVisible();
  await page.goto(action.replace('taken', 'answered'));
  await expect(page.getByRole('status')).toContainText(t('desk.expired'));
});

test.describe('what should not come in', () => {
  const good = { cell: 'commune-nador', message: 'x', channel: 'visit', language: 'fr', consent: 'yes' };
  for (const [what, status, options] of [
    ['a form of another site', 403, { form: good, headers: { 'sec-fetch-site': 'cross-site' } }],
    ['a program that fills in every field', 403, { form: { ...good, website: 'http://spam.example' } }],
    ['a program that is too quick', 403, { form: { ...good, took: '300' } }],
    ['a cell that does not exist', 422, { form: { ...good, cell: 'commune-atlantis' } }],
    ['nothing', 422, { form: {} }],
    ['a huge message', 413, { form: { ...good, message: 'x'.repeat(40_000) } }],
    ['broken JSON', 400, { data: Buffer.from('{"cell":'), headers: { 'content-type': 'application/json' } }],
    ['nested JSON', 422, { data: { cell: { $ne: 1 }, message: [['x']] } }],
    ['another type of content', 415, { data: 'x', headers: { 'content-type': 'text/xml' } }],
  ] as const) {
    test(`${what}: ${status}`, async ({ request }) => {
      const answer = await request.post('/fr/contact/', options);
      expect(answer.status()).toBe(status);
      expect(answer.headers()['x-content-type-options']).toBe('nosniff');
    });
  }

  test('a guessed number shows nothing', async ({ page }) => {
    await page.goto('/fr/request/?n=2345-6789-A&s=guess');
    await expect(page.getByText(uiWords('fr')('request.unknown'))).toBeVisible();
  });
});
