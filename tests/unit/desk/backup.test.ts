import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { postgresPrograms, startPostgres } from '../../../scripts/verify/postgres.ts';
import { openDatabase } from '../../../src/desk/database.ts';
import { openSigner } from '../../../src/desk/reference.ts';
import { openStore } from '../../../src/desk/store.ts';

const run = promisify(execFile);

const open = async (url: string) => {
  const database = await openDatabase(url);
  const store = openStore({
    database,
    signer: openSigner(['x'.repeat(32)]),
    mailboxOf: () => 'cell@example.org',
    coordination: 'coordination@example.org',
    host: 'example.org',
    patience: 72,
    now: () => Date.now(),
  });
  return { database, store };
};

const request = (message: string) => ({
  locale: 'fr' as const,
  cell: 'commune-nador',
  procedures: [],
  conditions: [],
  message,
  channel: 'visit' as const,
  language: 'fr' as const,
  times: [],
  consent: 'yes' as const,
});

/** What was promised before a copy was made is there when it was put back, and links still open. */
async function survives(url: string, backUp: () => Promise<unknown>, restore: () => Promise<unknown>): Promise<void> {
  const { database, store } = await open(url);
  const before = await Promise.all(Array.from({ length: 50 }, (_, index) => store.accept(request(`before ${index}`))));
  const backup = backUp();
  const sending = new AbortController();
  const meanwhile = (async () => {
    for (let index = 0; !sending.signal.aborted; index += 1) {
      await store.accept(request(`meanwhile ${index}`));
      await pause(1);
    }
  })();
  await backup;
  sending.abort();
  await meanwhile;
  await database.destroy();

  await restore();
  const restored = await open(url);
  for (const { number, secret } of before) expect(await restored.store.find(number, secret)).toMatchObject({ number, state: 'open' });
  const mails = await restored.database.selectFrom('outbox').selectAll().execute();
  const rows = await restored.database.selectFrom('requests').selectAll().execute();
  expect(mails.length).toBe(rows.length);
  await restored.database.destroy();
}

// Each as docs/operations.md says it.
test('SQLite: a copy that was made while requests came in can be put back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'abrid-backup-'));
  const copy = join(folder, 'copy.sqlite');
  const backUp = async () => {
    const { stdout } = await run('node', ['scripts/desk/main.ts', 'backup', copy], { env: { ...process.env, DATA_DIR: folder } });
    expect(stdout).toContain('personal data');
  };
  await survives(join(folder, 'desk.sqlite'), backUp, () => {
    for (const part of ['', '-wal', '-shm']) rmSync(join(folder, `desk.sqlite${part}`), { force: true });
    copyFileSync(copy, join(folder, 'desk.sqlite'));
    return Promise.resolve();
  });
  rmSync(folder, { recursive: true });
});

const programs = postgresPrograms();
describe.skipIf(!programs)('where PostgreSQL is installed', () => {
  test('PostgreSQL: a copy that was made while requests came in can be put back', async () => {
    if (!programs) return;
    const folder = mkdtempSync(join(tmpdir(), 'abrid-backup-'));
    const copy = join(folder, 'copy.dump');
    const { url, stop } = await startPostgres(programs);
    const psql = (command: string) => run(join(programs, 'psql'), [new URL('template1', url).href, '-c', command]);
    await survives(
      url,
      () => run(join(programs, 'pg_dump'), ['--format=custom', `--file=${copy}`, url]),
      async () => {
        // A machine of its own would have none.
        await psql('DROP DATABASE postgres WITH (FORCE)');
        await psql('CREATE DATABASE postgres');
        await run(join(programs, 'pg_restore'), ['--no-owner', '--exit-on-error', `--dbname=${url}`, copy]);
      },
    );
    stop();
    rmSync(folder, { recursive: true });
  });
});
