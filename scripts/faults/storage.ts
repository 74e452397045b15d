// npm run test:storage: the disk is full, cannot be written, or another program holds the database; PostgreSQL is gone for 30 s.
// Each time: the visitor is told so in their language and keeps what they typed, the pages are given out, and what was promised
// is kept. Full and read-only disks need the right to mount: as root.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../src/desk/database.ts';
import { translator } from '../../src/i18n/translator.ts';
import { VIEWS } from '../../src/model/locale.ts';
import { type DeskServer, sendForm, startDeskServer } from '../verify/desk-server.ts';
import { postgresPrograms, startPostgres } from '../verify/postgres.ts';

const GONE = 30_000;
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const JSON_TOO = { ...FORM, accept: 'application/json' };
const problems: string[] = [];

const bodyOf = (key: string) =>
  new URLSearchParams({
    key,
    cell: 'commune-nador',
    message: `Made up ${key}`,
    channel: 'visit',
    language: 'fr',
    consent: 'yes',
  }).toString();

/** Sends requests and remembers what was promised. */
function sender({ port }: DeskServer) {
  const promised = new Map<string, string>();
  const send = async (key: string = randomUUID()) => {
    const { status, text } = await sendForm({ port, body: bodyOf(key), headers: JSON_TOO });
    const number = /"number":"([^"]+)"/.exec(text)?.[1];
    if (number) promised.set(key, number);
    return { key, status };
  };
  return { promised, send };
}
type Sender = ReturnType<typeof sender>;

function expectThat(scenario: string, what: string, holds: boolean): void {
  if (!holds) problems.push(`${scenario}: not so: ${what}`);
}

/** Every language is told, keeps its words, and the rest of the portal answers. */
async function expectRefused(scenario: string, { port }: DeskServer): Promise<void> {
  for (const view of VIEWS) {
    const { status, text } = await sendForm({ port, view, body: bodyOf('my own words'), headers: FORM });
    const shown = new RegExp(`<p[^>]*data-say="failed"(?![^>]*hidden)[^>]*>([^<]*)`).exec(text)?.[1]?.trim();
    expectThat(scenario, `${view}: 503`, status === 503);
    expectThat(scenario, `${view}: the message in its language`, shown === translator(view)('contact.failed'));
    expectThat(scenario, `${view}: what was typed is still there`, text.includes('Made up my own words'));
  }
  const page = await fetch(`http://127.0.0.1:${port}/fr/contact/`);
  expectThat(scenario, 'pages are given out', page.status === 200);
}

/** What was refused is taken when it is sent again; everything promised is there once, with one mail. */
async function expectKept(scenario: string, { promised, send }: Sender, refused: readonly string[], url: string): Promise<void> {
  for (const key of refused) expectThat(scenario, 'sent again, it is taken', (await send(key)).status === 201);
  const database = await openDatabase(url);
  const rows = await database.selectFrom('requests').select(['number', 'idempotency_key']).execute();
  const mails = await database.selectFrom('outbox').select('number').execute();
  await database.destroy();
  const byKey = new Map(rows.map((row) => [row.idempotency_key, row.number]));
  const lost = [...promised].filter(([key, number]) => byKey.get(key) !== number).length;
  expectThat(scenario, 'nothing lost', lost === 0);
  expectThat(
    scenario,
    'one mail for each',
    new Set(mails.map(({ number }) => number)).size === mails.length && mails.length === rows.length,
  );
  console.log(`${scenario}: ${promised.size} promised, ${refused.length} refused and sent again, ${lost} lost`);
}

function notTried(scenario: string, why: string): void {
  console.log(`${scenario}: not tried, ${why}`);
}

const mount = (...parameters: string[]) => spawnSync('mount', parameters).status === 0;
const newFolder = () => mkdtempSync(join(tmpdir(), 'abrid-storage-'));
const mailNowhere = { SMTP_URL: 'smtp://127.0.0.1:9' };

function fill(file: string): void {
  const opened = openSync(file, 'w');
  try {
    for (const size of [65_536, 512]) for (;;) if (writeSync(opened, Buffer.alloc(size)) < size) break;
  } catch {
    // Full.
  } finally {
    closeSync(opened);
  }
}

async function fullDisk(): Promise<void> {
  const scenario = 'full disk';
  const folder = newFolder();
  if (!mount('-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder)) {
    notTried(scenario, 'it needs the right to mount');
    return;
  }
  const server = await startDeskServer({ ...mailNowhere, DATA_DIR: folder });
  const own = sender(server);
  for (let times = 0; times < 20; times += 1) await own.send();
  fill(join(folder, 'filler'));
  const refused: string[] = [];
  // What the database has reserved is used up first.
  for (let times = 0; times < 5000 && refused.length < 10; times += 1) {
    const { key, status } = await own.send();
    if (status !== 201) refused.push(key);
  }
  expectThat(scenario, 'a full disk refuses', refused.length === 10);
  await expectRefused(scenario, server);
  rmSync(join(folder, 'filler'));
  await expectKept(scenario, own, refused, join(folder, 'desk.sqlite'));
  await server.kill();
  spawnSync('umount', [folder]);
}

async function readOnlyDisk(): Promise<void> {
  const scenario = 'read-only disk';
  const folder = newFolder();
  if (!mount('-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder)) {
    notTried(scenario, 'it needs the right to mount');
    return;
  }
  mount('-o', 'remount,ro', folder);
  const server = await startDeskServer({ ...mailNowhere, DATA_DIR: folder, DESK_SECRET: 'x'.repeat(32) });
  const own = sender(server);
  const { key } = await own.send();
  await expectRefused(scenario, server);
  expectThat(scenario, 'the administrator is told where and how to mend it', server.output().includes('Is its folder writable'));
  mount('-o', 'remount,rw', folder);
  await expectKept(scenario, own, [key], join(folder, 'desk.sqlite'));
  await server.kill();
  spawnSync('umount', [folder]);
}

async function lockedDatabase(): Promise<void> {
  const scenario = 'locked database';
  const folder = newFolder();
  const server = await startDeskServer({ ...mailNowhere, DATA_DIR: folder });
  const own = sender(server);
  await own.send();
  const other = new DatabaseSync(join(folder, 'desk.sqlite'));
  other.exec('BEGIN IMMEDIATE');
  const waiting = own.send();
  await pause(2000);
  const began = performance.now();
  await fetch(`http://127.0.0.1:${server.port}/fr/contact/`);
  expectThat(scenario, 'pages are given out at once', performance.now() - began < 500);
  other.exec('COMMIT');
  expectThat(scenario, 'a short lock only makes wait', (await waiting).status === 201);
  other.exec('BEGIN IMMEDIATE');
  const { key, status } = await own.send();
  expectThat(scenario, 'a long one refuses', status === 503);
  await expectRefused(scenario, server);
  other.exec('COMMIT');
  other.close();
  await expectKept(scenario, own, [key], join(folder, 'desk.sqlite'));
  await server.kill();
  rmSync(folder, { recursive: true });
}

async function postgresGone(): Promise<void> {
  const scenario = 'PostgreSQL gone for 30 s';
  const programs = postgresPrograms();
  if (!programs) {
    notTried(scenario, 'it is not installed');
    return;
  }
  const postgres = await startPostgres(programs);
  const folder = newFolder();
  const server = await startDeskServer({ ...mailNowhere, DATA_DIR: folder, DATABASE_URL: postgres.url });
  const own = sender(server);
  const refused: string[] = [];
  let isOver = false;
  const sending = Array.from({ length: 8 }, async () => {
    while (!isOver) {
      const { key, status } = await own.send();
      if (status !== 201) refused.push(key);
      await pause(20);
    }
  });
  await pause(2000);
  await postgres.halt();
  await pause(1000);
  await expectRefused(scenario, server);
  await pause(GONE);
  await postgres.resume();
  await pause(3000);
  isOver = true;
  await Promise.all(sending);
  expectThat(scenario, 'it refused meanwhile', refused.length > 0);
  expectThat(scenario, 'the server lived on', server.process.exitCode === null);
  await expectKept(scenario, own, refused, postgres.url);
  await server.kill();
  postgres.stop();
  rmSync(folder, { recursive: true });
}

for (const scenario of [fullDisk, readOnlyDisk, lockedDatabase, postgresGone]) await scenario();
for (const problem of new Set(problems)) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);
