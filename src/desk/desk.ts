import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { openDatabase } from './database.ts';
import { openLimits } from './limits.ts';
import { writeMail } from './mail.ts';
import { readDeskNames } from './names.ts';
import { deliver, outboxHealth } from './outbox.ts';
import { addDesk } from './routes.ts';
import type { DeskSettings } from './settings.ts';
import { openStore } from './store.ts';
import { openTransport } from './transport.ts';

const SECOND = 1000;
const DAY = 86_400_000;
/** How often due mails, reminders and erasures are looked for. */
const ROUND = 5 * SECOND;
/** What waits longer shows in the health check. */
const TOO_OLD = 3_600_000;
const LEAST_DISK = 100_000_000;

/** How the desk is doing. */
interface Health {
  ok: boolean;
  database: boolean;
  /** Mails that nobody will send any more. */
  dead: number;
  waiting: number;
  /** Since how many seconds the oldest mail waits. */
  oldest: number;
  /** Bytes free where the data lie. */
  disk: number;
}

/**
 * Opens the desk: takes requests, sends their mails, reminds, erases.
 * @param settings - Of the administrator.
 * @param root - Folder of the built site.
 * @returns What the server needs of it.
 * @throws {Error} When the database cannot be opened or the site was not built.
 */
export async function openDesk(settings: DeskSettings, root: string) {
  const now = () => Date.now();
  const { secret, site, coordination } = settings;
  const names = await readDeskNames(join(root, 'data/desk.json'));
  const database = await openDatabase(settings.database);
  const store = openStore({
    database,
    secret,
    coordination,
    mailboxOf: (cell) => names.cells[cell] ?? coordination,
    host: new URL(site).hostname,
    patience: settings.patience,
    now,
  });
  const send = openTransport({ smtp: settings.smtp, from: settings.from, folder: join(settings.dataDir, 'outbox') });

  let running: Promise<void> | undefined;
  const round = async () => {
    await store.remind();
    await store.purge(now() - settings.retention * DAY);
    for (let sent = 1; sent > 0;) sent = (await deliver(database, (due) => send(writeMail(due, { names, site, secret, now })), now)).sent;
  };
  /** One round at a time; what fails is tried in the next, and shows in the health check. */
  const wake = () => {
    running ??= round()
      .catch(() => undefined)
      .finally(() => {
        running = undefined;
      });
  };
  const timer = setInterval(wake, ROUND);
  wake();

  return {
    addRoutes: (app: FastifyInstance, built: string) => {
      const isAllowed = openLimits({ perHour: settings.ratePerHour, inAll: settings.rateInAll }, now);
      addDesk(app, { root: built, store, names, secret, isAllowed, wake, now });
    },
    health: async (): Promise<Health> => {
      const disk = await statfs(settings.dataDir).then(
        ({ bavail, bsize }) => bavail * bsize,
        () => Infinity,
      );
      try {
        const { dead, waiting, oldest } = await outboxHealth(database, now());
        const ok = dead === 0 && oldest < TOO_OLD && disk > LEAST_DISK;
        return { ok, database: true, dead, waiting, oldest: Math.round(oldest / SECOND), disk };
      } catch {
        return { ok: false, database: false, dead: 0, waiting: 0, oldest: 0, disk };
      }
    },
    close: async () => {
      clearInterval(timer);
      await running;
      await database.destroy();
    },
  };
}
export type Desk = Awaited<ReturnType<typeof openDesk>>;
