import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../src/desk/database.ts';
import { deliver, type DueMail, outboxHealth } from '../../../src/desk/outbox.ts';
import { openSigner } from '../../../src/desk/reference.ts';
import { openStore, type Store } from '../../../src/desk/store.ts';
import type { ContactRequest } from '../../../src/model/contact.ts';
import { postgresPrograms, startPostgres } from '../../../scripts/verify/postgres.ts';

const HOUR = 3_600_000;
const request = (change: Partial<ContactRequest> = {}): ContactRequest => ({
  locale: 'es',
  cell: 'commune-nador',
  procedures: ['passport'],
  conditions: [],
  message: 'Hola',
  channel: 'visit',
  language: 'es',
  times: [],
  consent: 'yes',
  ...change,
});

/** The same contract on both databases. */
function contract(open: () => Promise<{ url: string; stop: () => void }>): void {
  let database: Database;
  let store: Store;
  let stop: () => void;
  let clock = Date.parse('2026-12-01T10:00:00Z');
  const now = () => clock;
  const sent: DueMail[] = [];
  const send = (mail: DueMail) => {
    sent.push(mail);
    return Promise.resolve();
  };

  beforeAll(async () => {
    const opened = await open();
    stop = opened.stop;
    database = await openDatabase(opened.url);
    store = openStore({
      database,
      signer: openSigner(['x'.repeat(32)]),
      mailboxOf: () => 'cell@example.org',
      coordination: 'coordination@example.org',
      host: 'example.org',
      patience: 72,
      now,
    });
  }, 60_000);
  afterAll(async () => {
    await database.destroy();
    stop();
  });

  test('a request and its mail are there together, and sent once', async () => {
    const { number, secret } = await store.accept(request({ key: 'key-of-a-browser-1' }));
    expect(await store.find(number, secret)).toMatchObject({ state: 'open', cell: 'commune-nador' });
    await deliver(database, send, now);
    await deliver(database, send, now);
    expect(sent.filter((mail) => mail.request.number === number)).toMatchObject([{ kind: 'request', recipient: 'cell@example.org' }]);
  });

  test('the same key gives the same number and no second mail, at once and later', async () => {
    const before = sent.length;
    const key = 'key-of-a-browser-2';
    const receipts = await Promise.all(Array.from({ length: 20 }, () => store.accept(request({ key }))));
    receipts.push(await store.accept(request({ key, message: 'again' })));
    expect(new Set(receipts.map(({ number }) => number)).size).toBe(1);
    await deliver(database, send, now);
    expect(sent.length - before).toBe(1);
  });

  test('a form without script sent twice is one request; another message is another', async () => {
    const [one, same, other] = await Promise.all([
      store.accept(request({ message: 'sin script' })),
      store.accept(request({ message: 'sin script' })),
      store.accept(request({ message: 'otra cosa' })),
    ]);
    expect(one.number).toBe(same.number);
    expect(other.number).not.toBe(one.number);
  });

  test('nobody sees a request without its secret', async () => {
    const { number } = await store.accept(request({ key: 'key-of-a-browser-3' }));
    expect(await store.find(number, 'guess')).toBeUndefined();
  });

  test('a mail that is refused is tried again later under the same Message-ID, at last it is dead and the health check says so', async () => {
    const { number } = await store.accept(request({ key: 'key-of-a-browser-4' }));
    const tried: string[] = [];
    const refuse = (mail: DueMail) => {
      if (mail.request.number !== number) return Promise.resolve();
      tried.push(mail.messageId);
      return Promise.reject(new Error('450 try later'));
    };
    await deliver(database, refuse, now);
    await deliver(database, refuse, now);
    expect(tried).toHaveLength(1);
    for (let times = 0; times < 20; times += 1) {
      clock += 7 * HOUR;
      await deliver(database, refuse, now);
    }
    expect(new Set(tried).size).toBe(1);
    expect(tried.length).toBeGreaterThan(10);
    expect((await outboxHealth(database, now())).dead).toBe(1);
  });

  test('two processes do not send the same mail', async () => {
    const { number } = await store.accept(request({ key: 'key-of-a-browser-5' }));
    const mine: DueMail[] = [];
    const slow = async (mail: DueMail) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      mine.push(mail);
    };
    await Promise.all([deliver(database, slow, now), deliver(database, slow, now)]);
    expect(mine.filter((mail) => mail.request.number === number)).toHaveLength(1);
  });

  test('withdrawn, its content is erased at once, and what has not been sent is not', async () => {
    const { number, secret } = await store.accept(request({ key: 'key-of-a-browser-6' }));
    expect(await store.withdraw(number, 'guess')).toBeUndefined();
    expect(await store.withdraw(number, secret)).toMatchObject({ state: 'withdrawn' });
    const row = await database.selectFrom('requests').selectAll().where('number', '=', number).executeTakeFirst();
    expect(row?.content).toBeNull();
    const before = sent.length;
    await deliver(database, send, now);
    expect(sent.slice(before).some((mail) => mail.request.number === number)).toBe(false);
    expect(await store.note(number, 'taken', null)).toBe(false);
  });

  test('what a cell says is kept, said twice changes nothing, and does not go backwards', async () => {
    const { number, secret } = await store.accept(request({ key: 'key-of-a-browser-7' }));
    expect(await store.note(number, 'answered', null)).toBe(true);
    expect(await store.note(number, 'taken', null)).toBe(true);
    expect(await store.find(number, secret)).toMatchObject({ state: 'answered', expected: null });
    expect(await store.note('2222-2222-2', 'taken', null)).toBe(false);
  });

  test('without a sign of life it is sent again, then to the coordination, then no more', async () => {
    const { number } = await store.accept(request({ key: 'key-of-a-browser-8' }));
    const kinds = async () => {
      await store.remind();
      for (let more = 1; more > 0;) more = (await deliver(database, send, now)).sent;
      return sent.filter((mail) => mail.request.number === number).map(({ kind, recipient }) => `${kind} ${recipient}`);
    };
    await kinds();
    for (let days = 0; days < 5; days += 1) {
      clock += 73 * HOUR;
      await kinds();
    }
    expect(await kinds()).toEqual(['request cell@example.org', 'reminder cell@example.org', 'coordination coordination@example.org']);
  });

  test('a clock that was put back holds nothing up', async () => {
    clock += 400 * 24 * HOUR;
    const { number, secret } = await store.accept(request({ key: 'key-of-a-browser-10' }));
    clock -= 400 * 24 * HOUR;
    await store.remind();
    await deliver(database, send, now);
    expect(sent.filter((mail) => mail.request.number === number)).toHaveLength(1);
    expect((await store.find(number, secret))?.expected).toBe(clock + 72 * HOUR);
  });

  test('content is erased some time after a request was closed; the row stays to be counted', async () => {
    const { number } = await store.accept(request({ key: 'key-of-a-browser-9' }));
    await store.note(number, 'answered', null);
    const rowNow = () => database.selectFrom('requests').selectAll().where('number', '=', number).executeTakeFirst();
    await store.purge(now());
    expect((await rowNow())?.content).not.toBeNull();
    clock += HOUR;
    expect(await store.purge(now())).toBe(1);
    const row = await rowNow();
    expect(row).toMatchObject({ content: null, state: 'answered' });
  });
}

describe('SQLite', () => {
  contract(() => {
    const folder = mkdtempSync(join(tmpdir(), 'abrid-desk-'));
    return Promise.resolve({
      url: join(folder, 'desk.sqlite'),
      stop: () => {
        rmSync(folder, { recursive: true });
      },
    });
  });
});

const programs = postgresPrograms();
if (programs)
  describe('PostgreSQL', () => {
    contract(() => startPostgres(programs));
  });
