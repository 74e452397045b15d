import { createHash } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { ContactRequest } from '../model/contact.ts';
import { patiently, type Tables } from './database.ts';
import { newMail } from './outbox.ts';
import { newReference } from './reference.ts';
import type { Receipt, StoreSettings } from './store.ts';

const HOUR = 3_600_000;
/** Requests that are written in one transaction: one wait for the disk serves them all. */
const MOST_AT_ONCE = 200;

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
 * Takes requests. Those that come while others are written are written together next.
 * @param settings - Of the store.
 * @returns Takes one: number and secret, once the request and its mail are on the disk; the same for the same key. Rejects when
 *   they could not be written: nothing was promised then.
 */
export function openIntake({ database, signer, mailboxOf, host, patience, now }: StoreSettings) {
  const waiting: Waiting[] = [];
  let writing = false;

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
      mail: newMail({ number, kind: 'request', recipient: mailboxOf(cell) }, host, created),
    };
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
      const numbers = await patiently(() => write(some.map(({ request }) => request)));
      for (const [index, { resolve, reject }] of some.entries()) {
        const number = numbers[index];
        if (number) resolve({ number, secret: signer.sign('visitor', number) });
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

  return (request: ContactRequest): Promise<Receipt> =>
    new Promise((resolve, reject) => {
      waiting.push({ request, resolve, reject });
      void writeAll();
    });
}
