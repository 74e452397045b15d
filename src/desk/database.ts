import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import pg from 'pg';

/** `open` until the cell says otherwise; `withdrawn` by the visitor. */
export type RequestState = 'open' | 'taken' | 'answered' | 'passed' | 'withdrawn';

/** One request. Moments are milliseconds since 1970; what is personal can be erased, the rest is counted. */
interface RequestRow {
  number: string;
  /** Of the browser, or made of the content: sent twice, it is one request. */
  idempotency_key: string;
  cell: string;
  locale: string;
  language: string;
  channel: string;
  node: string | null;
  /** JSON: list of ids. */
  procedures: string;
  conditions: string;
  /** JSON: message, query, name, phone, email, times. null: erased. */
  content: string | null;
  state: RequestState;
  passed_to: string | null;
  created: number;
  taken: number | null;
  answered: number | null;
  closed: number | null;
  reminders: number;
  /** When it is looked after next, if nobody gives a sign of life. */
  remind_at: number | null;
}

/** A mail that must reach somebody. */
interface OutboxRow {
  id: string;
  number: string;
  /** `request`, `reminder`, `coordination`. */
  kind: string;
  recipient: string;
  message_id: string;
  state: 'waiting' | 'sent' | 'dead';
  attempts: number;
  next_at: number;
  error: string | null;
}

/** The tables of the desk. */
export interface Tables {
  requests: RequestRow;
  outbox: OutboxRow;
}
export type Database = Kysely<Tables>;

/** What Kysely asks of a SQLite driver, on the SQLite that comes with Node. */
function embedded(file: string): ConstructorParameters<typeof SqliteDialect>[0]['database'] {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  // A number is given to a visitor only when it is on the disk.
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=50; PRAGMA secure_delete=ON;');
  return {
    close: () => {
      database.close();
    },
    // The desk stores texts and numbers only.
    prepare: (sql: string) => {
      const statement = database.prepare(sql);
      const values = (parameters: readonly unknown[]) =>
        parameters.map((value) => (typeof value === 'string' || typeof value === 'number' ? value : null));
      return {
        reader: statement.columns().length > 0,
        all: (parameters: readonly unknown[]) => statement.all(...values(parameters)),
        run: (parameters: readonly unknown[]) => statement.run(...values(parameters)),
        *iterate(parameters: readonly unknown[]) {
          yield* statement.iterate(...values(parameters));
        },
      };
    },
  };
}

/** How long somebody waits for a database that another process holds, and how often it is asked, in milliseconds. */
const LONGEST_LOCK = 8000;
const BETWEEN = 100;
/** The last byte of the code says what it is. @see https://www.sqlite.org/rescode.html#busy */
const SQLITE_BUSY = 5;
/** Of a number that was drawn twice: the next will be another. */
const SQLITE_SAME_NUMBER = 1555;
/** Two transactions that waited for each other, one of them is to begin again; a number that was drawn twice. */
const POSTGRES_AGAIN = ['40001', '40P01', '23505'];

function canBeTriedAgain(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('errcode' in error && typeof error.errcode === 'number')
    return (error.errcode & 0xff) === SQLITE_BUSY || error.errcode === SQLITE_SAME_NUMBER;
  return 'code' in error && typeof error.code === 'string' && POSTGRES_AGAIN.includes(error.code);
}

/**
 * Does something again that another process, which holds the database for a moment, or bad luck has made impossible. SQLite would wait by
 * itself, but in the thread that also answers visitors.
 * @param action - Writes; nothing of it was kept where it throws.
 * @returns What the action returns.
 * @throws {Error} What the action throws for another reason, or still throws after some seconds.
 */
export async function patiently<T>(action: () => Promise<T>): Promise<T> {
  const latest = performance.now() + LONGEST_LOCK;
  for (;;)
    try {
      return await action();
    } catch (error) {
      if (!canBeTriedAgain(error) || performance.now() > latest) throw error;
      await pause(BETWEEN);
    }
}

/** A pool that survives the loss of its server: a connection that breaks is replaced when it is next needed. */
function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5000, query_timeout: 10_000, keepAlive: true });
  // Who asks is told by the query; without a listener the process would end.
  const ignore = () => undefined;
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return pool;
}

// Moments exceed 32 bits; PostgreSQL gives 64-bit numbers as text unless told otherwise.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/**
 * Opens the database of the desk, and brings its tables up to date.
 * @param url - `postgres://…`, or the path of a SQLite file.
 * @returns Ready to be asked.
 * @throws {Error} When it cannot be reached or written.
 */
export async function openDatabase(url: string): Promise<Database> {
  const isPostgres = /^postgres(ql)?:/.test(url);
  try {
    const dialect = isPostgres ? new PostgresDialect({ pool: openPool(url) }) : new SqliteDialect({ database: embedded(url) });
    const database = new Kysely<Tables>({ dialect });
    // Two processes that start together may make the same table at once: the second finds it made.
    await patiently(() => migrate(database)).catch(() => migrate(database));
    return database;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    // The address holds a password: it is not repeated.
    throw isPostgres
      ? new Error(`PostgreSQL does not answer: ${why}. Does it run, and is DATABASE_URL its address?`, { cause: error })
      : new Error(`${url} cannot be written: ${why}. Is its folder writable, and is there room on the disk?`, { cause: error });
  }
}

/** One schema for both; each step can be repeated. */
async function migrate(database: Database): Promise<void> {
  await database.schema
    .createTable('requests')
    .ifNotExists()
    .addColumn('number', 'text', (column) => column.primaryKey())
    .addColumn('idempotency_key', 'text', (column) => column.notNull().unique())
    .addColumn('cell', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('node', 'text')
    .addColumn('procedures', 'text', (column) => column.notNull())
    .addColumn('conditions', 'text', (column) => column.notNull())
    .addColumn('content', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('passed_to', 'text')
    .addColumn('created', 'bigint', (column) => column.notNull())
    .addColumn('taken', 'bigint')
    .addColumn('answered', 'bigint')
    .addColumn('closed', 'bigint')
    .addColumn('reminders', 'integer', (column) => column.notNull())
    .addColumn('remind_at', 'bigint')
    .execute();
  await database.schema
    .createTable('outbox')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('number', 'text', (column) => column.notNull().references('requests.number'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('recipient', 'text', (column) => column.notNull())
    .addColumn('message_id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('next_at', 'bigint', (column) => column.notNull())
    .addColumn('error', 'text')
    .execute();
  await database.schema.createIndex('outbox_due').ifNotExists().on('outbox').columns(['state', 'next_at']).execute();
  await database.schema.createIndex('requests_remind').ifNotExists().on('requests').column('remind_at').execute();
}
