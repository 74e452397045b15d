import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../../src/server/app.ts';

let app: FastifyInstance;
const page = (text: string) => `<!doctype html><title>${text}</title>`;

beforeAll(async () => {
  const root = mkdtempSync(join(tmpdir(), 'abrid-site-'));
  const write = (path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const locale of ['ar', 'fr', 'es']) write(`${locale}/404/index.html`, page(`404 ${locale}`));
  write('fr/procedures/passport/index.html', page('passeport'));
  writeFileSync(join(root, 'fr/procedures/passport/index.html.br'), brotliCompressSync(page('passeport')));
  write('_astro/page.abc.js', '1');
  write('speculation-rules.json', '{}');
  writeFileSync(join(root, 'speculation-rules.json.br'), brotliCompressSync('{}'));
  app = await createApp(root);
  app.get('/visitor', ({ ip }, reply) => reply.send(ip));
});
afterAll(() => app.close());

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers });

test('a page carries the security headers, may be kept, and is confirmed with 304', async () => {
  const first = await get('/fr/procedures/passport/');
  expect(first.statusCode).toBe(200);
  expect(first.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'content-security-policy': "script-src 'self';object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
    'cache-control': 'public, no-cache',
  });
  const again = await get('/fr/procedures/passport/', { 'if-none-match': String(first.headers.etag) });
  expect([again.statusCode, again.body]).toEqual([304, '']);
});

test('a browser that takes Brotli gets Brotli, another the page itself', async () => {
  const compressed = await get('/fr/procedures/passport/', { 'accept-encoding': 'br' });
  expect([compressed.headers['content-encoding'], compressed.headers.vary]).toEqual(['br', 'accept-encoding']);
  expect((await get('/fr/procedures/passport/')).body).toContain('passeport');
});

test('a page says which links may be fetched early, compressed or not, and only a page does', async () => {
  for (const encoding of ['br', 'identity']) {
    const headers = { 'accept-encoding': encoding };
    expect((await get('/fr/procedures/passport/', headers)).headers['speculation-rules']).toBe('"/speculation-rules.json"');
    const rules = await get('/speculation-rules.json', headers);
    expect(rules.headers['content-type']).toContain('application/speculationrules+json');
    expect(rules.headers['speculation-rules']).toBeUndefined();
  }
});

test('a site without rules for early fetching is not said to have any', async () => {
  const root = mkdtempSync(join(tmpdir(), 'abrid-site-'));
  writeFileSync(join(root, 'index.html'), page('-'));
  const plain = await createApp(root);
  expect((await plain.inject('/')).headers['speculation-rules']).toBeUndefined();
  await plain.close();
});

test('a hashed file is kept for good', async () => {
  expect((await get('/_astro/page.abc.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
});

test.each([
  ['/fr/procedures/passport', 301, '/fr/procedures/passport/'],
  ['/de/procedures/passport/', 302, '/fr/procedures/passport/'],
  ['/procedures/passport/', 302, '/fr/procedures/passport/'],
])('%s answers %i and leads to %s', async (url, status, location) => {
  const answer = await get(url, { 'accept-language': 'fr' });
  expect([answer.statusCode, answer.headers.location]).toEqual([status, location]);
});

test('an unknown page is told in the language of its address, else in that of the browser', async () => {
  expect((await get('/fr/nothing/', { 'accept-language': 'es' })).body).toContain('404 fr');
  const other = await get('/nothing/', { 'accept-language': 'es' });
  expect(other.statusCode).toBe(404);
  expect(other.headers.vary).toContain('accept-language');
  expect(other.body).toContain('404 es');
});

test('a proxy on this machine is believed about the address of the visitor, another is not', async () => {
  const from = async (remoteAddress: string) =>
    (await app.inject({ url: '/visitor', remoteAddress, headers: { 'x-forwarded-for': '192.0.2.7' } })).body;
  expect([await from('127.0.0.1'), await from('203.0.113.5')]).toEqual(['192.0.2.7', '203.0.113.5']);
});

test('another method than GET is refused, and the server says that it lives', async () => {
  expect((await app.inject({ method: 'POST', url: '/fr/nothing/' })).statusCode).toBe(405);
  expect((await get('/healthz')).json()).toEqual({ status: 'ok' });
});

test.each(['/%ZZ', '/%00', '/..%2f..%2fetc/passwd', '/fr/%E0%A4%A/', `/${'a'.repeat(5000)}`])(
  '%s is not an error of the server',
  async (url) => {
    expect((await get(url)).statusCode).toBeLessThan(500);
  },
);

test('no GET whatever makes the server fail', async () => {
  await fc.assert(
    fc.asyncProperty(fc.webPath(), fc.string(), async (path, language) => {
      const { statusCode } = await get(path.startsWith('/') ? path : `/${path}`, {
        'accept-language': language.replace(/[^\x20-\x7e]/g, ''),
      });
      expect(statusCode).toBeLessThan(500);
    }),
  );
});
