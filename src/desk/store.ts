import { createHash, randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { ContactRequest } from '../model/contact.ts';
import type { Database, RequestState, Tables } from './database.ts';
import { isSigned, newReference, sign } from './reference.ts';

const HOUR = 3_600_000;
/** Requests that are written in one transaction: one wait for the disk serves them all. */
const MOST_AT_ONCE = 200;

/** What the store needs to know of the world. */
export interface StoreSettings {
  database: Database;
  /** Signs the links of visitors and cells. */
  secret: string;
  /** The mailbox that requests for a cell go to: its own, or the coordination's. */
  mailboxOf: (cell: string) => string;
  coordination: string;
  /** Host of the portal, for Message-IDs. */
  host: string;
  /** After how many hours without a sign of life a request is sent again, and then to the coordination. */
  patience: number;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** What a visitor is given. */
export interface Receipt {
  number: string;
  /** Opens the page of the request, together with the number. */
  secret: string;
}

/** What may be told to whoever has number and secret: nothing personal. */
export interface RequestView {
  number: string;
  cell: string;
  state: RequestState;
  passedTo: string | null;
  created: number;
  /** When an answer, or a reminder to the cell, may be expected at the latest. */
  expected: number | null;
}

interface Waiting {
  request: ContactRequest;
  resolve: (receipt: Receipt) => void;
  reject: (error: unknown) => void;
}

/** A request without a key of the browser is the same when every field is, on the same day. */
function keyOf(request: ContactRequest, now: number): string {
  if (request.key) return request.key;
  const day = new Date(now).toISOString().slice(0, 10);
  return createHash('sha256')
    .update(JSON.stringify([day, request]))
    .digest('base64url');
}

/**
 * Keeps requests and what becomes of them.
 * @param settings - Database, secret, mailboxes, clock.
 * @returns Everything that is done with requests, except sending mail.
 */
export function openStore(settings: StoreSettings) {
  const { database, secret, mailboxOf, coordination, host, patience, now } = settings;
  const waiting: Waiting[] = [];
  let writing = false;

  const secretOf = (number: string) => sign(secret, 'visitor', number);

  function rowsOf(request: ContactRequest): { row: Insertable<Tables['requests']>; mail: Insertable<Tables['outbox']> } {
    const { locale, language, cell, channel, node = null, procedures, conditions, message, query, name, phone, email, times } = request;
    const number = newReference();
    const created = now();
    return {
      row: {
        number,
        idempotency_key: keyOf(request, created),
        cell,
        locale,
        language,
        channel,
        node,
        procedures: JSON.stringify(procedures),
        conditions: JSON.stringify(conditions),
        content: JSON.stringify({ message, query, name, phone, email, times }),
        state: 'open',
        passed_to: null,
        created,
        taken: null,
        answered: null,
        closed: null,
        reminders: 0,
        remind_at: created + patience * HOUR,
      },
      mail: mailTo(number, 'request', mailboxOf(cell)),
    };
  }

  function mailTo(number: string, kind: string, recipient: string): Insertable<Tables['outbox']> {
    const id = randomUUID();
    // The same at every attempt: a mailbox that gets it twice shows it once.
    return { id, number, kind, recipient, message_id: `<${id}@${host}>`, state: 'waiting', attempts: 0, next_at: now(), error: null };
  }

  /** Writes requests and their mails together: either all of it is on the disk, or nothing. */
  async function write(requests: readonly ContactRequest[]): Promise<string[]> {
    const made = requests.map(rowsOf);
    return database.transaction().execute(async (transaction) => {
      const keys = made.map(({ row }) => row.idempotency_key);
      const inserted = await transaction
        .insertInto('requests')
        .values(made.map(({ row }) => row))
        .onConflict((conflict) => conflict.column('idempotency_key').doNothing())
        .returning('number')
        .execute();
      const isNew = new Set(inserted.map(({ number }) => number));
      const mails = made.filter(({ row }) => isNew.has(row.number)).map(({ mail }) => mail);
      if (mails.length > 0) await transaction.insertInto('outbox').values(mails).execute();
      if (isNew.size === made.length) return made.map(({ row }) => row.number);
      const known = await transaction
        .selectFrom('requests')
        .select(['idempotency_key', 'number'])
        .where('idempotency_key', 'in', keys)
        .execute();
      const byKey = new Map(known.map(({ idempotency_key, number }) => [idempotency_key, number]));
      return keys.map((key) => byKey.get(key) ?? '');
    });
  }

  async function writeSome(some: readonly Waiting[]): Promise<void> {
    try {
      const numbers = await write(some.map(({ request }) => request));
      for (const [index, { resolve, reject }] of some.entries()) {
        const number = numbers[index];
        if (number) resolve({ number, secret: secretOf(number) });
        else reject(new Error('The request was not written.'));
      }
    } catch (error) {
      for (const { reject } of some) reject(error);
    }
  }

  async function writeAll(): Promise<void> {
    if (writing) return;
    writing = true;
    while (waiting.length > 0) await writeSome(waiting.splice(0, MOST_AT_ONCE));
    writing = false;
  }

  async function find(number: string, given: string): Promise<RequestView | undefined> {
    if (!isSigned(given, secretOf(number))) return undefined;
    const row = await database.selectFrom('requests').selectAll().where('number', '=', number).executeTakeFirst();
    return row && { number, cell: row.cell, state: row.state, passedTo: row.passed_to, created: row.created, expected: row.remind_at };
  }

  return {
    /**
     * Takes a request.
     * @param request - Checked.
     * @returns Number and secret, once the request and its mail are on the disk. The same for the same key.
     * @throws {Error} When they could not be written: nothing was promised then.
     */
    accept: (request: ContactRequest): Promise<Receipt> =>
      new Promise((resolve, reject) => {
        waiting.push({ request, resolve, reject });
        void writeAll();
      }),

    /** What has become of a request; undefined where number and secret do not belong together. */
    find,

    /** Takes a request back: its content is erased at once, and what was not sent is not sent. */
    withdraw: async (number: string, given: string): Promise<RequestView | undefined> => {
      if (!(await find(number, given))) return undefined;
      await database.transaction().execute(async (transaction) => {
        const closed = now();
        await transaction
          .updateTable('requests')
          .set({ state: 'withdrawn', content: null, closed, remind_at: null })
          .where('number', '=', number)
          .execute();
        await transaction.deleteFrom('outbox').where('number', '=', number).where('state', '=', 'waiting').execute();
      });
      return find(number, given);
    },

    /**
     * Notes what a cell says.
     * @param number - Of the request.
     * @param state - What was done.
     * @param passedTo - To whom it was passed on.
     * @returns Whether there is such a request that was not withdrawn. What is said twice changes nothing.
     */
    note: async (number: string, state: 'taken' | 'answered' | 'passed', passedTo: string | null): Promise<boolean> => {
      const row = await database.selectFrom('requests').selectAll().where('number', '=', number).executeTakeFirst();
      if (!row || row.state === 'withdrawn') return false;
      const isBackwards = state === 'taken' && row.state !== 'open';
      if (isBackwards || row.state === state) return true;
      const moment = now();
      await database
        .updateTable('requests')
        .set({
          state,
          passed_to: state === 'passed' ? passedTo : row.passed_to,
          taken: row.taken ?? moment,
          answered: state === 'answered' ? moment : row.answered,
          closed: state === 'taken' ? null : moment,
          remind_at: null,
        })
        .where('number', '=', number)
        .execute();
      return true;
    },

    /** Sends again what nobody has looked after: first to the cell, then to the coordination. */
    remind: async (): Promise<number> => {
      const due = await database
        .selectFrom('requests')
        .select(['number', 'cell', 'reminders', 'remind_at'])
        .where('remind_at', '<=', now())
        .limit(100)
        .execute();
      for (const { number, cell, reminders, remind_at } of due)
        await database.transaction().execute(async (transaction) => {
          const isLast = reminders > 0;
          const { numUpdatedRows } = await transaction
            .updateTable('requests')
            .set({ reminders: reminders + 1, remind_at: isLast ? null : now() + patience * HOUR })
            .where('number', '=', number)
            // Another process may have been quicker.
            .where('remind_at', '=', remind_at)
            .executeTakeFirst();
          if (numUpdatedRows === 0n) return;
          const mail = isLast ? mailTo(number, 'coordination', coordination) : mailTo(number, 'reminder', mailboxOf(cell));
          await transaction.insertInto('outbox').values(mail).execute();
        });
      return due.length;
    },

    /** Erases the content of requests that were closed before a moment; what is counted stays. */
    purge: async (before: number): Promise<number> => {
      const { numUpdatedRows } = await database
        .updateTable('requests')
        .set({ content: null })
        .where('closed', '<', before)
        .where('content', 'is not', null)
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },
  };
}
export type Store = ReturnType<typeof openStore>;
