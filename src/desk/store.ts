import { type Database, patiently, type RequestState } from './database.ts';
import { openIntake } from './intake.ts';
import { newMail } from './outbox.ts';
import type { Signer } from './reference.ts';

const HOUR = 3_600_000;

/** What the store needs to know of the world. */
export interface StoreSettings {
  database: Database;
  /** Signs the links of visitors. */
  signer: Signer;
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

/**
 * Keeps requests and what becomes of them.
 * @param settings - Database, signer, mailboxes, clock.
 * @returns Everything that is done with requests, except sending mail.
 */
export function openStore(settings: StoreSettings) {
  const { database, signer, mailboxOf, coordination, host, patience, now } = settings;

  async function find(number: string, given: string): Promise<RequestView | undefined> {
    if (!signer.isSigned(given, 'visitor', number)) return undefined;
    const row = await database.selectFrom('requests').selectAll().where('number', '=', number).executeTakeFirst();
    return row && { number, cell: row.cell, state: row.state, passedTo: row.passed_to, created: row.created, expected: row.remind_at };
  }

  return {
    accept: openIntake(settings),

    /** What has become of a request; undefined where number and secret do not belong together. */
    find,

    /** Takes a request back: its content is erased at once, and what was not sent is not sent. */
    withdraw: async (number: string, given: string): Promise<RequestView | undefined> => {
      if (!(await find(number, given))) return undefined;
      const withdrawn = async () =>
        database.transaction().execute(async (transaction) => {
          const closed = now();
          await transaction
            .updateTable('requests')
            .set({ state: 'withdrawn', content: null, closed, remind_at: null })
            .where('number', '=', number)
            .execute();
          await transaction.deleteFrom('outbox').where('number', '=', number).where('state', '=', 'waiting').execute();
        });
      await patiently(withdrawn);
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
      const change = database
        .updateTable('requests')
        .set({
          state,
          passed_to: state === 'passed' ? passedTo : row.passed_to,
          taken: row.taken ?? moment,
          answered: state === 'answered' ? moment : row.answered,
          closed: state === 'taken' ? null : moment,
          remind_at: null,
        })
        .where('number', '=', number);
      await patiently(() => change.execute());
      return true;
    },

    /** Sends again what nobody has looked after: first to the cell, then to the coordination. */
    remind: async (): Promise<number> => {
      // Nothing is looked after later than this: whatever is, was set before the clock was put back.
      const latest = now() + patience * HOUR;
      await database.updateTable('requests').set({ remind_at: latest }).where('remind_at', '>', latest).execute();
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
          const [kind, recipient] = isLast ? ['coordination', coordination] : ['reminder', mailboxOf(cell)];
          const mail = newMail({ number, kind, recipient }, host, now());
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
