// npm run test:kills [-- rounds]: kills the server again and again while requests come in and the mail server misbehaves. In the
// end every number that a visitor was given must be in the database, and its mail must have arrived.
import { randomInt, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { openDatabase } from '../../src/desk/database.ts';
import { sendForm, spawnDeskServer } from '../verify/desk-server.ts';
import { freePort } from '../verify/free-port.ts';

const ROUNDS = Number(process.argv[2] ?? 200);
const SENDERS = 4;
/** How long a server lives in a round, in milliseconds. */
const LIFE = [250, 1200] as const;
/** Without one more mail for so long, the rest is missing. */
const SETTLE = 60_000;

/** A mail as it arrived. */
interface Arrived {
  messageId: string;
  number: string;
}
const arrived: Arrived[] = [];
let isCalm = false;

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  logger: false,
  onData: (stream, _session, done) => {
    let text = '';
    stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
    stream.on('end', () => {
      const chance = isCalm ? 0 : randomInt(10);
      const keep = () => {
        const messageId = /^Message-ID: (.+)$/im.exec(text)?.[1]?.trim() ?? '';
        const number = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]/.exec(text)?.[0] ?? '';
        arrived.push({ messageId, number });
      };
      if (chance === 1) done(new Error('451 try again later'));
      else if (chance === 2) {
        // Taken, but the answer is lost: the desk must send it again, under the same Message-ID.
        keep();
        stream.destroy();
      } else if (chance === 3)
        setTimeout(() => {
          keep();
          done();
        }, 800);
      else {
        keep();
        done();
      }
    });
  },
});

const folder = mkdtempSync(join(tmpdir(), 'abrid-faults-'));
const [port, mailPort] = [await freePort(), await freePort()];
smtp.on('error', () => undefined);
await new Promise<void>((resolve) => smtp.listen(mailPort, '127.0.0.1', resolve));

const startServer = () => spawnDeskServer({ DATA_DIR: folder, SMTP_URL: `smtp://127.0.0.1:${mailPort}` }, port);

const promised = new Map<string, string>();
let until = Infinity;
const isSending = () => Date.now() < until;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends a request; undefined where there was no answer, or none that promises anything. */
async function sendOnce(key: string): Promise<string | undefined> {
  const fields = { key, cell: 'commune-nador', message: `Made up ${key}`, channel: 'visit', language: 'fr', consent: 'yes' };
  const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
  const { text } = await sendForm({ port, body: new URLSearchParams(fields).toString(), headers });
  return /"number":"([^"]+)"/.exec(text)?.[1];
}

/** Sends one request after the other; one that was not answered is sent again under its key, as the page does. */
async function keepSending(): Promise<void> {
  while (isSending()) {
    const key = randomUUID();
    let number = await sendOnce(key);
    while (number === undefined && isSending()) {
      await wait(60);
      number = await sendOnce(key);
    }
    if (number) promised.set(key, number);
    await wait(20);
  }
}

const senders = Array.from({ length: SENDERS }, keepSending);
for (let round = 1; round <= ROUNDS; round += 1) {
  const server = await startServer();
  await wait(500 + randomInt(...LIFE));
  await server.kill();
  if (round % 20 === 0) console.log(`${round} of ${ROUNDS} rounds: ${promised.size} numbers given, ${arrived.length} mails arrived`);
}
until = 0;
isCalm = true;
await Promise.all(senders);

// What a dead process had taken becomes due again when its lease ends: the clock is put forward in the database instead of waiting.
const database = await openDatabase(join(folder, 'desk.sqlite'));
const missing = () => {
  const there = new Set(arrived.map(({ number }) => number));
  return [...promised.values()].filter((number) => !there.has(number));
};
const server = await startServer();
let latest = Date.now() + SETTLE;
for (let before = Infinity; missing().length > 0 && Date.now() < latest;) {
  await database.updateTable('outbox').set({ next_at: 0 }).where('state', '=', 'waiting').execute();
  await wait(5000);
  const left = missing().length;
  if (left < before) latest = Date.now() + SETTLE;
  before = left;
}
await server.kill();
const rows = new Set((await database.selectFrom('requests').select('number').execute()).map(({ number }) => number));
await database.destroy();
smtp.close(() => undefined);
rmSync(folder, { recursive: true });

const lost = [...promised.values()].filter((number) => !rows.has(number));
const idsByNumber = Map.groupBy(arrived, ({ number }) => number);
const doubled = [...idsByNumber].filter(([, mails]) => new Set(mails.map(({ messageId }) => messageId)).size > 1);
const repeated = arrived.length - idsByNumber.size;
console.log(
  `rounds: ${ROUNDS}; numbers given: ${promised.size}; lost: ${lost.length}; without mail: ${missing().length}; two mails under one number: ${doubled.length}; repeated under the same Message-ID: ${repeated}`,
);
process.exit(lost.length + missing().length + doubled.length > 0 ? 1 : 0);
