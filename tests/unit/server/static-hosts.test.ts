import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../../scripts/verify/free-port.ts';
import { startStaticHost, STATIC_HOSTS } from '../../../scripts/verify/static-hosts.ts';
import type { Desk } from '../../../src/desk/desk.ts';
import { VIEWS } from '../../../src/model/locale.ts';
import { createApp } from '../../../src/server/app.ts';
import { SECURITY_HEADERS } from '../../../src/server/headers.ts';
import { ask, essence, VISITOR } from './asking.ts';

const page = (text: string) => `<!doctype html><title>${text}</title>`;
const FILES: Record<string, string> = {
  'index.html': page('Abrid'),
  'fr/index.html': page('accueil'),
  'fr/procedures/passport/index.html': page('passeport'),
  'fr/contact/index.html': page('contact'),
  'fr/request/index.html': page('not filled in'),
  'fr/search/entries.json': '[]',
  '_astro/page.abc.js': 'export {}',
  '_astro/page.abc.css': 'p{}',
  'data/places.geojson': '{}',
  'icon.svg': '<svg/>',
  'robots.txt': 'User-agent: *',
  'sitemap.xml': '<urlset/>',
  'speculation-rules.json': '{"prefetch":[]}',
};
for (const view of VIEWS) FILES[`${view}/404/index.html`] = page(`404 ${view}`);

function makeSite(): string {
  const root = mkdtempSync(join(tmpdir(), 'abrid-site-'));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    writeFileSync(join(root, `${path}.br`), brotliCompressSync(text));
    writeFileSync(join(root, `${path}.gz`), gzipSync(text));
  }
  mkdirSync(join(root, 'fonts'));
  writeFileSync(join(root, 'fonts/tifinagh.woff2'), 'not compressed again');
  writeFileSync(join(root, 'data/map.png'), 'not compressed again');
  return root;
}

/** Says whose request it believes that it answers. */
const desk: Pick<Desk, 'addRoutes' | 'health'> = {
  addRoutes: (app) => {
    app.get('/fr/request/', async ({ ip }, reply) => reply.header('cache-control', 'no-store').send(`filled in for ${ip}`));
    app.get('/desk/:number/close/', async ({ ip }, reply) => reply.header('cache-control', 'no-store').send(`asked by ${ip}`));
    app.post('/fr/contact/', async ({ ip, body }, reply) => reply.code(201).send(`${JSON.stringify(body)} from ${ip}`));
  },
  health: async () => Promise.resolve({ ok: true, database: true, dead: 0, waiting: 0, oldest: 0, disk: 1 }),
};

let root: string;
let app: FastifyInstance;
let nodePort: number;
beforeAll(async () => {
  root = makeSite();
  app = await createApp(root, { desk });
  nodePort = await freePort();
  await app.listen({ host: '127.0.0.1', port: nodePort });
});
afterAll(async () => {
  await app.close();
  rmSync(root, { recursive: true });
});

const FOUND = [
  '/',
  '/fr/',
  '/fr/procedures/passport/',
  '/fr/procedures/passport/?from=search',
  '/fr/index.html',
  '/fr/search/entries.json',
  '/_astro/page.abc.js',
  '/_astro/page.abc.css',
  '/fonts/tifinagh.woff2',
  '/data/places.geojson',
  '/data/map.png',
  '/icon.svg',
  '/robots.txt',
  '/sitemap.xml',
  '/speculation-rules.json',
];
const ELSEWHERE = [
  '/fr/procedures/passport',
  '/fr/procedures/passport?from=search',
  '/fr/nothing/',
  '/fr/nothing.json',
  '/nothing/',
  '/procedures/passport/',
  '/FR/Procedures/Passport/',
  '/data/',
  '/fr/request/',
  '/desk/AB-12/close/',
  '/healthz',
  '/readyz',
];

describe.each(STATIC_HOSTS)('$name', (host) => {
  const isMissing = host.program === undefined;
  let port: number;
  let stop: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    if (!isMissing) ({ port, stop } = await startStaticHost(host, { root, nodePort }));
  });
  afterAll(() => stop?.());

  test.skipIf(isMissing).each([...FOUND, ...ELSEWHERE])('%s is answered as by the Node process, in every encoding', async (path) => {
    for (const encoding of ['br', 'gzip, deflate, br', 'gzip', 'identity']) {
      const headers = { 'accept-encoding': encoding, 'accept-language': 'fr' };
      const [own, node] = [await ask(port, path, { headers }), await ask(nodePort, path, { headers })];
      expect(essence(own)).toEqual(essence(node));
      expect(own.headers).toMatchObject(SECURITY_HEADERS);
    }
  });

  test.skipIf(isMissing).each(FOUND)('%s is confirmed with 304', async (path) => {
    for (const encoding of ['br', 'identity']) {
      const first = await ask(port, path, { headers: { 'accept-encoding': encoding } });
      const again = await ask(port, path, { headers: { 'accept-encoding': encoding, 'if-none-match': String(first.headers.etag) } });
      expect([again.status, again.body, again.headers['cache-control']]).toEqual([304, '', first.headers['cache-control']]);
      expect(again.headers).toMatchObject(SECURITY_HEADERS);
    }
  });

  test.skipIf(isMissing)('a redirect stays on this host, however many slashes an address has', async () => {
    for (const path of ['//fr', '///fr/procedures', '/fr//procedures/passport', '//fr/..//fr', '/\\fr'])
      expect((await ask(port, path)).headers.location ?? '/').toMatch(/^\/(?![/\\])/);
  });

  test.skipIf(isMissing)('what is sent reaches the desk, which believes the host and not the visitor about the address', async () => {
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': '192.0.2.7' };
    const sent = await ask(port, '/fr/contact/', { method: 'POST', headers, body: '{"a":1}' });
    expect([sent.status, sent.body]).toEqual([201, `{"a":1} from ${VISITOR}`]);
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect(essence(await ask(port, '/fr/', { method }))).toEqual(essence(await ask(nodePort, '/fr/', { method })));
  });

  test.skipIf(isMissing)('HEAD says what GET says', async () => {
    expect(essence(await ask(port, '/fr/', { method: 'HEAD' }))).toEqual(essence(await ask(nodePort, '/fr/', { method: 'HEAD' })));
  });
});

describe.each(STATIC_HOSTS)('$name without the Node process', (host) => {
  const isMissing = host.program === undefined;
  let port: number;
  let stop: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    if (!isMissing) ({ port, stop } = await startStaticHost(host, { root, nodePort: await freePort() }));
  });
  afterAll(() => stop?.());

  test.skipIf(isMissing)('pages are still served', async () => {
    const headers = { 'accept-encoding': 'br' };
    for (const path of ['/fr/procedures/passport/', '/fr/procedures/passport'])
      expect(essence(await ask(port, path, { headers }))).toEqual(essence(await ask(nodePort, path, { headers })));
  });

  test.skipIf(isMissing).each([
    ['/fr/nothing/', 'es', 'fr'],
    ['/zgh-latn/nothing', 'es', 'zgh-latn'],
    ['/nothing/', 'es-ES,es;q=0.9', 'es'],
    ['/nothing/', 'de', 'ar'],
  ])('%s, for a visitor who reads %s, is not found in %s', async (path, language, view) => {
    const answer = await ask(port, path, { headers: { 'accept-language': language } });
    expect([answer.status, answer.body]).toEqual([404, page(`404 ${view}`)]);
    expect(answer.headers).toMatchObject({ ...SECURITY_HEADERS, 'content-type': 'text/html; charset=utf-8' });
  });

  test.skipIf(isMissing).each([
    ['GET', '/readyz'],
    ['GET', '/fr/request/?n=1&s=2'],
    ['GET', '/desk/AB-12/close/'],
    ['POST', '/fr/contact/'],
  ])('%s %s is answered with 503, not kept', async (method, path) => {
    const { status, headers } = await ask(port, path, { method });
    expect([status, headers['cache-control']]).toEqual([503, 'no-store']);
    expect(headers).toMatchObject(SECURITY_HEADERS);
  });
});

test.each(['nginx.conf', 'Caddyfile'])('deploy/%s names every security header and every language, with or without its program', (name) => {
  const text = readFileSync(join('deploy', name), 'utf8');
  for (const [header, value] of Object.entries(SECURITY_HEADERS))
    expect(text.split('\n').some((line) => line.includes(`${header} `) && line.includes(value))).toBe(true);
  expect(text).toContain(`(?:${VIEWS.join('|')})`);
  expect(text).toContain(`/(${VIEWS.join('|')})/`);
});
