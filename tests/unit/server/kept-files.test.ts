import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApp } from '../../../src/server/app.ts';

const PAGE = '/fr/passport/';
let root: string;
let app: FastifyInstance;

/** Another text of the page, as a build writes it: all three files, later than the ones before. */
function publish(text: string, second: number): void {
  const path = join(root, 'fr/passport/index.html');
  const files = { [path]: text, [`${path}.br`]: brotliCompressSync(text), [`${path}.gz`]: gzipSync(text) };
  for (const [file, content] of Object.entries(files)) {
    writeFileSync(file, content);
    utimesSync(file, second, second);
  }
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  root = mkdtempSync(join(tmpdir(), 'abrid-site-'));
  mkdirSync(join(root, 'fr/passport'), { recursive: true });
  mkdirSync(join(root, 'fr/404'));
  writeFileSync(join(root, 'fr/404/index.html'), 'not found');
  publish('first', 1000);
  app = await createApp(root);
});
afterEach(async () => {
  vi.useRealTimers();
  await app.close();
  rmSync(root, { recursive: true });
});

async function get(headers: Record<string, string> = {}, url = PAGE) {
  const answer = await app.inject({ method: 'GET', url, headers });
  return { status: answer.statusCode, headers: { ...answer.headers, date: undefined }, body: answer.rawPayload };
}

test.each(['br', 'gzip', 'gzip, deflate, br, zstd', 'identity', 'br;q=0.1, gzip', '*'])(
  'taking %s, a visitor gets the same again, whoever asked before',
  async (encoding) => {
    const headers = { 'accept-encoding': encoding };
    const first = await get(headers);
    for (const other of ['br', 'gzip', 'identity', 'gzip, br']) await get({ 'accept-encoding': other });
    expect(await get(headers)).toEqual(first);
    expect(await get(headers, `${PAGE}?from=search`)).toEqual(first);
  },
);

test('a page from memory is confirmed with 304, to whoever has it', async () => {
  const headers = { 'accept-encoding': 'br' };
  const { headers: sent } = await get(headers);
  const etag = String(sent.etag);
  for (const known of [etag, `W/"other", ${etag}`]) {
    const again = await get({ ...headers, 'if-none-match': known });
    expect([again.status, again.body.length, again.headers.etag, again.headers['cache-control']]).toEqual([
      304,
      0,
      etag,
      'public, no-cache',
    ]);
    expect(again.headers['x-content-type-options']).toBe('nosniff');
  }
  expect((await get({ ...headers, 'if-none-match': 'W/"other"' })).status).toBe(200);
  expect((await get({ ...headers, 'if-modified-since': String(sent['last-modified']) })).status).toBe(304);
});

test('a page that was published again is seen after a second', async () => {
  const { headers } = await get();
  publish('again', 2000);
  vi.advanceTimersByTime(1500);
  const after = await get({ 'if-none-match': String(headers.etag) });
  expect([after.status, after.body.toString()]).toEqual([200, 'again']);
});

test('a page that was taken away is gone after a second', async () => {
  await get();
  rmSync(join(root, 'fr/passport'), { recursive: true });
  vi.advanceTimersByTime(1500);
  expect((await get()).status).toBe(404);
  expect((await get()).status).toBe(404);
});

test('HEAD and a part of a page are answered as without memory', async () => {
  await get();
  expect((await app.inject({ method: 'HEAD', url: PAGE })).body).toBe('');
  const part = await get({ range: 'bytes=0-1' });
  expect([part.status, part.body.toString()]).toEqual([206, 'fi']);
});
