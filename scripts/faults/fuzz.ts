// npm run test:fuzz [-- count]: bodies that no form sends. The desk must answer each with 4xx, never 5xx, and keep its memory.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { freePort } from '../verify/free-port.ts';

const COUNT = Number(process.argv[2] ?? 20_000);
const AT_ONCE = 32;
const MOST_GROWTH = 60_000_000;

const FIELDS = [
  'cell',
  'message',
  'channel',
  'phone',
  'email',
  'language',
  'consent',
  'procedures',
  'times',
  'name',
  'key',
  'node',
  'website',
  '__proto__',
];
const NASTY = ['\r\nBcc: x@example.org', '\u202Eevil', '<script>alert(1)</script>', '\0', "' OR 1=1 --", '%', '../..', 'ⵜ', '🙂'];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(...NASTY),
  fc.string({ minLength: 4000, maxLength: 40_000 }),
);
const form = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom(...FIELDS), fc.string()), text), { maxLength: 20 })
  .map((fields) => ({ type: 'application/x-www-form-urlencoded', body: Buffer.from(new URLSearchParams(fields).toString()) }));
const json = fc.json({ maxDepth: 8 }).map((body) => ({ type: 'application/json', body: Buffer.from(body) }));
const bytes = fc.record({
  type: fc.constantFrom(
    'application/x-www-form-urlencoded',
    'application/json',
    'text/plain',
    'multipart/form-data; boundary=x',
    'image/png',
    '',
  ),
  body: fc.uint8Array({ maxLength: 50_000 }).map((array) => Buffer.from(array)),
});
const bodies = fc.sample(fc.oneof(form, json, bytes), COUNT);

const folder = mkdtempSync(join(tmpdir(), 'abrid-fuzz-'));
const port = await freePort();
const server = spawn(process.execPath, ['--max-old-space-size=96', '--max-semi-space-size=4', 'src/server/main.ts'], {
  env: { ...process.env, PORT: String(port), DATA_DIR: folder, DESK_RATE_PER_HOUR: '100000000', DESK_RATE_IN_ALL: '100000000' },
  stdio: ['ignore', 'pipe', 'pipe'],
});
let log = '';
server.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()));
server.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
await new Promise((resolve) => setTimeout(resolve, 2000));
const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid ?? 0}/status`, 'utf8'))?.[1] ?? 0) * 1024;

function post({ type, body }: { type: string; body: Buffer }): Promise<number> {
  return new Promise((resolve) => {
    const headers = { ...(type && { 'content-type': type }), 'content-length': body.length };
    const sent = request({ host: '127.0.0.1', port, path: '/fr/contact/', method: 'POST', headers }, (answer) => {
      answer.resume();
      answer.on('end', () => {
        resolve(answer.statusCode ?? 0);
      });
    });
    // A body that is too long may be cut off before it is sent whole.
    sent.on('error', () => {
      resolve(413);
    });
    sent.end(body);
  });
}

const counts = new Map<number, number>();
let early = 0;
const waiting = [...bodies];
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let body = waiting.pop(); body !== undefined; body = waiting.pop()) {
      const status = await post(body);
      counts.set(status, (counts.get(status) ?? 0) + 1);
      if (early === 0 && waiting.length < COUNT / 2) early = memory();
    }
  }),
);
const late = memory();
server.kill('SIGKILL');
rmSync(folder, { recursive: true });
const lines = log.split('\n').filter(Boolean).length;
console.log(
  `bodies: ${COUNT}; answers: ${[...counts]
    .sort()
    .map(([status, count]) => `${status}: ${count}`)
    .join(', ')}`,
);
console.log(`memory: ${Math.round(early / 1e6)} MB at half, ${Math.round(late / 1e6)} MB at the end; lines in the log: ${lines}`);
const isBad = [...counts.keys()].some((status) => status < 400 || status >= 500) || late - early > MOST_GROWTH || lines > 2;
process.exit(isBad ? 1 : 0);
