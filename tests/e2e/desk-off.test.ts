import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort } from '../../scripts/verify/free-port.ts';
import { createApp } from '../../src/server/app.ts';
import { uiWords } from './site.ts';

/** The site as it is built for a host that only gives out files. */
async function serveWithoutDesk() {
  // Inside the project: while pages are made, packages are looked for from there.
  const folder = join(process.cwd(), '.cache/no-desk');
  const env = { ...process.env, DESK: 'off', DESK_COORDINATION: 'coordination@example.org' };
  const built = spawnSync('npx', ['astro', 'build', '--outDir', folder], { env, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
  const app = await createApp(join(folder, 'client'));
  const address = await app.listen({ host: '127.0.0.1', port: await freePort() });
  return {
    address,
    close: async () => {
      await app.close();
      rmSync(folder, { recursive: true });
    },
  };
}

test('built without a desk, the form prepares a message in French and Arabic that the visitor sends', async ({ page }) => {
  test.setTimeout(600_000);
  const site = await serveWithoutDesk();
  const t = uiWords('es');
  const refusals: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refusals.push(message.text());
  });
  await page.goto(`${site.address}/es/contact/#procedures=passport&node=mre-passport&cell=commune-nador`);
  await page.getByLabel(t('contact.message')).fill('He perdido mi pasaporte');
  await page.getByRole('radio', { name: t('contact.channel.visit') }).check();
  await page.getByRole('checkbox', { name: t('contact.consent', { days: '90' }) }).check();
  await page.getByRole('button', { name: t('contact.send') }).click();

  const whatsApp = await page.getByRole('link', { name: 'WhatsApp' }).getAttribute('href');
  expect(whatsApp).toMatch(/^https:\/\/wa\.me\/\?text=/);
  const mail = (await page.getByRole('link', { name: t('contact.email') }).getAttribute('href')) ?? '';
  expect(mail).toMatch(/^mailto:coordination@example\.org\?subject=/);
  for (const part of ['Passeport', 'جواز السفر', 'He perdido mi pasaporte']) {
    expect(decodeURIComponent(whatsApp ?? '')).toContain(part);
    expect(decodeURIComponent(mail)).toContain(part);
  }
  await expect(page.getByLabel(t('contact.message'))).toHaveValue('He perdido mi pasaporte');
  expect(refusals).toEqual([]);
  await site.close();
});
