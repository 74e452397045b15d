// npm run test:fuzz [-- count]: bodies that no form sends. The desk must answer each with 4xx, never 5xx, keep its memory, and
// write nothing of them into its log.
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sendForm, startDeskServer } from '../verify/desk-server.ts';

const COUNT = Number(process.argv[2] ?? 20_000);
const AT_ONCE = 32;
/** Connections on which a body never comes to its end, while the others are sent. */
const SLOW = 40;
const MOST_GROWTH = 60_000_000;
const BODY_LIMIT = 32 * 1024;
/** Stands in every body that is text: it must not be found in the log. */
const CANARY = 'zzcanaryzz';

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
const text = fc
  .oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(...NASTY), fc.string({ minLength: 4000, maxLength: 40_000 }))
  .map((some) => `${some}${CANARY}`);
const form = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom(...FIELDS), fc.string()), text), { maxLength: 20 })
  .map((fields) => ({ type: 'application/x-www-form-urlencoded', body: Buffer.from(new URLSearchParams(fields).toString()) }));
const json = fc.json({ maxDepth: 8 }).map((body) => ({ type: 'application/json', body: Buffer.from(`{"${CANARY}":${body}}`) }));
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
const sendings = fc.sample(fc.tuple(fc.oneof(form, json, bytes), fc.boolean()), COUNT);

const folder = mkdtempSync(join(tmpdir(), 'abrid-fuzz-'));
const server = await startDeskServer({ DATA_DIR: folder });

/** Sends a letter a second of a body that says to be longer; returns the status with which the server ends it. */
function sendSlowly(): Promise<number> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(server.port, '127.0.0.1');
    const type = 'application/x-www-form-urlencoded';
    socket.write(`POST /fr/contact/ HTTP/1.1\r\nhost: x\r\ncontent-type: ${type}\r\ncontent-length: 9000\r\n\r\n`);
    const timer = setInterval(() => socket.write('a'), 1000);
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(timer);
      resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0));
    });
  });
}

const counts = new Map<string, number>();
const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
const bad: string[] = [];
let early = 0;

async function sendAll(): Promise<void> {
  for (let next = sendings.pop(); next !== undefined; next = sendings.pop()) {
    const [{ type, body }, chunked] = next;
    const { status } = await sendForm({ port: server.port, body, chunked, headers: type ? { 'content-type': type } : {} });
    // A body that is too long may be cut off before it is sent whole: then the answer cannot be read.
    const isCut = status === 0 && body.length > BODY_LIMIT;
    count(isCut ? 'cut off' : String(status));
    if (!isCut && (status < 400 || status >= 500)) bad.push(`${status} for ${type}, ${body.length} bytes`);
    if (early === 0 && sendings.length < COUNT / 2) early = server.memory();
  }
}

const slow = Promise.all(Array.from({ length: SLOW }, sendSlowly));
await Promise.all(Array.from({ length: AT_ONCE }, sendAll));
for (const status of await slow) {
  count(`${status} (slow)`);
  if (status < 400 || status >= 500) bad.push(`${status} for a slow body`);
}
const late = server.memory();
const leaks = server.output().includes(CANARY);
await server.kill();
rmSync(folder, { recursive: true });
const answers = [...counts].sort().map(([key, times]) => `${key}: ${times}`);
console.log(`bodies: ${COUNT}, every other in pieces, and ${SLOW} slow ones; answers: ${answers.join(', ')}`);
const megabytes = (some: number) => Math.round(some / 1e6);
console.log(`memory: ${megabytes(early)} MB at half, ${megabytes(late)} MB at the end; content in the log: ${leaks ? 'yes' : 'no'}`);
for (const line of bad.slice(0, 20)) console.error(line);
process.exit(bad.length > 0 || leaks || late - early > MOST_GROWTH ? 1 : 0);
