import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/desk/database.ts';
import { openSigner } from '../../../src/desk/reference.ts';
import { openStore } from '../../../src/desk/store.ts';

const open = async (file: string) => {
  const database = await openDatabase(file);
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

test('a copy made while requests come in can be put back: what was promised before it is there, and links still open', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'abrid-backup-'));
  const copy = join(folder, 'copy.sqlite');
  const { database, store } = await open(join(folder, 'desk.sqlite'));
  const before = await Promise.all(Array.from({ length: 50 }, (_, index) => store.accept(request(`before ${index}`))));
  // In a process of its own, as an administrator does.
  const backup = promisify(execFile)('node', ['scripts/desk/main.ts', 'backup', copy], { env: { ...process.env, DATA_DIR: folder } });
  const sending = new AbortController();
  const meanwhile = (async () => {
    for (let index = 0; !sending.signal.aborted; index += 1) {
      await store.accept(request(`meanwhile ${index}`));
      await pause(1);
    }
  })();
  const { stdout } = await backup;
  sending.abort();
  await meanwhile;
  expect(stdout).toContain('personal data');
  await database.destroy();

  for (const part of ['', '-wal', '-shm']) rmSync(join(folder, `desk.sqlite${part}`), { force: true });
  copyFileSync(copy, join(folder, 'desk.sqlite'));
  const restored = await open(join(folder, 'desk.sqlite'));
  for (const { number, secret } of before) expect(await restored.store.find(number, secret)).toMatchObject({ number, state: 'open' });
  const mails = await restored.database.selectFrom('outbox').selectAll().execute();
  const rows = await restored.database.selectFrom('requests').selectAll().execute();
  expect(mails.length).toBe(rows.length);
  await restored.database.destroy();
  rmSync(folder, { recursive: true });
});
