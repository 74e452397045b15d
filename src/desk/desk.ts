import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { openDatabase } from './database.ts';
import { openLimits } from './limits.ts';
import { writeMail } from './mail.ts';
import { readDeskNames } from './names.ts';
import { deliver, type DueMail, outboxHealth } from './outbox.ts';
import { openSigner } from './reference.ts';
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
 * Opens the desk: takes requests, sends their mails, reminds, erases. While its database is away it says so to whoever sends
 * something, and opens it when it is back: the pages of the portal do not depend on it.
 * @param settings - Of the administrator.
 * @param root - Folder of the built site.
 * @param log - Told what went wrong, without anything personal.
 * @returns What the server needs of it.
 * @throws {Error} When the site was not built.
 */
export async function openDesk(settings: DeskSettings, root: string, log: FastifyBaseLogger) {
  const now = () => Date.now();
  const { site, coordination } = settings;
  const host = new URL(site).hostname;
  const signer = openSigner(settings.secrets);
  const names = await readDeskNames(join(root, 'data/desk.json'));
  const mailboxOf = (cell: string) => names.cells[cell]?.mailbox ?? coordination;

  const open = async () => {
    const database = await openDatabase(settings.database);
    return { database, store: openStore({ database, signer, coordination, mailboxOf, host, patience: settings.patience, now }) };
  };
  let opening: ReturnType<typeof open> | undefined;
  /** Tried again by whoever asks next, after it failed. */
  const opened = () => {
    opening ??= open().catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };

  const transport = openTransport({ smtp: settings.smtp, from: settings.from, folder: join(settings.dataDir, 'outbox') });
  const send = async (due: DueMail) => {
    const { kind, request } = due;
    try {
      await transport(writeMail(due, { names, site, signer, now }));
      log.info({ kind, number: request.number }, 'mail sent');
    } catch (error) {
      log.warn({ kind, number: request.number, err: error }, 'mail not sent');
      throw error;
    }
  };

  let running: Promise<void> | undefined;
  const round = async () => {
    const { database, store } = await opened();
    await store.remind();
    await store.purge(now() - settings.retention * DAY);
    for (let sent = 1; sent > 0;) sent = (await deliver(database, send, now)).sent;
  };
  /** One round at a time; what fails is tried in the next, and shows in the health check. */
  const wake = () => {
    running ??= round()
      .catch((error: unknown) => {
        log.error({ err: error }, 'round failed: tried again in seconds');
      })
      .finally(() => {
        running = undefined;
      });
  };
  const timer = setInterval(wake, ROUND);
  wake();

  return {
    /** Settles when the database answers. */
    opened,
    addRoutes: (app: FastifyInstance, built: string) => {
      const isAllowed = openLimits({ perHour: settings.ratePerHour, inAll: settings.rateInAll }, () => performance.now());
      addDesk(app, { root: built, store: async () => (await opened()).store, names, signer, isAllowed, wake, now });
    },
    health: async (): Promise<Health> => {
      const disk = await statfs(settings.dataDir).then(
        ({ bavail, bsize }) => bavail * bsize,
        () => Infinity,
      );
      try {
        const { dead, waiting, oldest } = await outboxHealth((await opened()).database, now());
        const ok = dead === 0 && oldest < TOO_OLD && disk > LEAST_DISK;
        return { ok, database: true, dead, waiting, oldest: Math.round(oldest / SECOND), disk };
      } catch {
        return { ok: false, database: false, dead: 0, waiting: 0, oldest: 0, disk };
      }
    },
    close: async () => {
      clearInterval(timer);
      await running;
      await (await opening)?.database.destroy();
    },
  };
}
export type Desk = Awaited<ReturnType<typeof openDesk>>;
