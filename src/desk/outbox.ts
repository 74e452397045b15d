import { randomUUID } from 'node:crypto';
import type { Insertable, Selectable } from 'kysely';
import { type Database, patiently, type Tables } from './database.ts';

const MINUTE = 60_000;
/** A mail that a process has taken and not sent by then is taken by another: it may have died. */
const LEASE = 5 * MINUTE;
/** Some two days of attempts, then somebody must look. */
const MOST_ATTEMPTS = 16;
const LONGEST_WAIT = 6 * 60 * MINUTE;
const AT_ONCE = 50;

/**
 * Makes a mail that is due at once.
 * @param mail - About which request, of what kind, to which mailbox.
 * @param host - Of the portal.
 * @param now - Milliseconds since 1970.
 * @returns The row; its Message-ID is the same at every attempt, so that a mailbox that gets it twice shows it once.
 */
export function newMail(
  mail: { number: string; kind: string; recipient: string },
  host: string,
  now: number,
): Insertable<Tables['outbox']> {
  const id = randomUUID();
  return { ...mail, id, message_id: `<${id}@${host}>`, state: 'waiting', attempts: 0, next_at: now, error: null };
}

/** A mail to be sent, with the request that it is about. */
export interface DueMail {
  kind: string;
  recipient: string;
  messageId: string;
  request: Selectable<Tables['requests']>;
}

/**
 * Sends what is due. A mail is at least sent once, always under the same Message-ID, however often the machine dies between.
 * @param database - Of the desk.
 * @param send - Sends one; throws where it was not accepted.
 * @param now - Milliseconds since 1970.
 * @returns How many were sent, and how many failed.
 */
export async function deliver(
  database: Database,
  send: (mail: DueMail) => Promise<void>,
  now: () => number,
): Promise<{ sent: number; failed: number }> {
  const result = { sent: 0, failed: 0 };
  const moment = now();
  const due = await database
    .selectFrom('outbox')
    .selectAll()
    .where('state', '=', 'waiting')
    // Nothing waits so long: what seems to, was set before the clock was put back.
    .where((is) => is.or([is('next_at', '<=', moment), is('next_at', '>', moment + LONGEST_WAIT)]))
    .orderBy('next_at')
    .limit(AT_ONCE)
    .execute();
  await Promise.all(
    due.map(async (mail) => {
      const { numUpdatedRows } = await database
        .updateTable('outbox')
        .set({ next_at: moment + LEASE })
        .where('id', '=', mail.id)
        .where('state', '=', 'waiting')
        // Another process may have taken it.
        .where('next_at', '=', mail.next_at)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return;
      const request = await database.selectFrom('requests').selectAll().where('number', '=', mail.number).executeTakeFirst();
      const isSent = request !== undefined && (await attempt(database, { mail, request, send, now }));
      if (isSent) result.sent += 1;
      else result.failed += 1;
    }),
  );
  return result;
}

interface Attempt {
  mail: Selectable<Tables['outbox']>;
  request: Selectable<Tables['requests']>;
  send: (mail: DueMail) => Promise<void>;
  now: () => number;
}

async function attempt(database: Database, { mail, request, send, now }: Attempt): Promise<boolean> {
  const change = (values: Partial<Selectable<Tables['outbox']>>) =>
    patiently(() => database.updateTable('outbox').set(values).where('id', '=', mail.id).execute());
  try {
    // Withdrawn meanwhile: there is nothing left to say.
    if (request.content !== null) await send({ kind: mail.kind, recipient: mail.recipient, messageId: mail.message_id, request });
    await change({ state: 'sent', error: null });
    return true;
  } catch (error) {
    const attempts = mail.attempts + 1;
    const wait = Math.min(LONGEST_WAIT, MINUTE * 2 ** mail.attempts * 0.5);
    await change({
      attempts,
      state: attempts >= MOST_ATTEMPTS ? 'dead' : 'waiting',
      next_at: now() + wait,
      error: error instanceof Error ? error.message.slice(0, 200) : 'unknown',
    });
    return false;
  }
}

/**
 * How the outbox is doing, for the health check.
 * @param database - Of the desk.
 * @param now - Milliseconds since 1970.
 * @returns Mails that nobody will send any more, those that wait, and since how long the oldest is due (milliseconds).
 */
export async function outboxHealth(database: Database, now: number): Promise<{ dead: number; waiting: number; oldest: number }> {
  const rows = await database
    .selectFrom('outbox')
    .innerJoin('requests', 'requests.number', 'outbox.number')
    .select(({ fn }) => ['outbox.state', fn.countAll().as('count'), fn.min('requests.created').as('first')])
    .where('outbox.state', '!=', 'sent')
    .groupBy('outbox.state')
    .execute();
  const of = (state: string) => rows.find((row) => row.state === state);
  const waiting = of('waiting');
  return {
    dead: Number(of('dead')?.count ?? 0),
    waiting: Number(waiting?.count ?? 0),
    oldest: waiting ? Math.max(0, now - waiting.first) : 0,
  };
}
