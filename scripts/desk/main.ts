// npm run desk -- report|list|show|resend|export|purge|backup: for the administrator, on the machine where the data are.
import { writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { openDatabase } from '../../src/desk/database.ts';
import { readDeskNames } from '../../src/desk/names.ts';
import { newMail } from '../../src/desk/outbox.ts';
import { readReference } from '../../src/desk/reference.ts';
import { reportAsCsv, reportAsHtml, reportOf } from '../../src/desk/report.ts';
import { readSettings } from '../../src/desk/settings.ts';

const USAGE = `npm run desk -- report 2026-11-01 2026-11-30   writes report-….csv and .html: counts only
npm run desk -- list                             requests that are not closed, without what people wrote
npm run desk -- show 7K3M-9QXT-5                 one request and its mails, without what people wrote
npm run desk -- resend 7K3M-9QXT-5               sends its mail again, under a new Message-ID
npm run desk -- export 7K3M-9QXT-5               everything that is kept about one request, as JSON (law 09-08: right of access)
npm run desk -- purge 7K3M-9QXT-5                erases what was written in one request
npm run desk -- backup desk-copy.sqlite          copies the SQLite database, also while the server runs`;

const DAY = 86_400_000;
const [command, first = '', second = ''] = process.argv.slice(2);

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

const settings = readSettings(process.env);
const database = await openDatabase(settings.database);
const moment = (at: number | null) => (at === null ? '–' : new Date(at).toISOString().slice(0, 16).replace('T', ' '));

async function report(): Promise<void> {
  const [from, until] = [Date.parse(first), Date.parse(second || first)];
  if (Number.isNaN(from) || Number.isNaN(until)) stop('Name the first and the last day: report 2026-11-01 2026-11-30');
  const rows = await database
    .selectFrom('requests')
    .selectAll()
    .where('created', '>=', from)
    .where('created', '<', until + DAY)
    .execute();
  const lines = reportOf(rows, await readDeskNames('dist/client/data/desk.json'));
  const name = `report-${first}-${second || first}`;
  await writeFile(`${name}.csv`, reportAsCsv(lines));
  await writeFile(`${name}.html`, reportAsHtml(lines, `Requests from ${first} to ${second || first}`));
  console.log(`${rows.length} requests: ${name}.csv and ${name}.html`);
}

async function list(): Promise<void> {
  const rows = await database.selectFrom('requests').selectAll().where('closed', 'is', null).orderBy('created').execute();
  for (const { number, cell, state, created, reminders } of rows)
    console.log([number, moment(created), state, cell, `${reminders} reminders`].join('\t'));
  console.log(`${rows.length} not closed`);
}

/** The request that was named. */
async function named() {
  const number = readReference(first) ?? stop(`"${first}" is no number: look for a misread letter.\n${USAGE}`);
  const row = await database.selectFrom('requests').selectAll().where('number', '=', number).executeTakeFirst();
  return row ?? stop(`There is no request ${number}.`);
}

async function show(): Promise<void> {
  const { content, number, cell, state, created, taken, answered, reminders } = await named();
  const mails = await database.selectFrom('outbox').selectAll().where('number', '=', number).execute();
  console.log({
    number,
    cell,
    state,
    created: moment(created),
    taken: moment(taken),
    answered: moment(answered),
    reminders,
    content: content === null ? 'erased' : 'kept',
  });
  for (const { kind, recipient, state, attempts, next_at, error } of mails)
    console.log({ kind, recipient, state, attempts, next: moment(next_at), error });
}

async function resend(): Promise<void> {
  const { number, content } = await named();
  if (content === null) stop('Its content is erased: there is nothing to send.');
  const last = await database.selectFrom('outbox').selectAll().where('number', '=', number).executeTakeFirstOrThrow();
  const mail = newMail({ number, kind: last.kind, recipient: last.recipient }, new URL(settings.site).hostname, Date.now());
  await database.insertInto('outbox').values(mail).execute();
  console.log(`${number} will be sent to ${last.recipient} by the running server.`);
}

async function exportOne(): Promise<void> {
  const { content, ...row } = await named();
  const written: unknown = content === null ? null : JSON.parse(content);
  console.log(JSON.stringify({ ...row, content: written }, undefined, 2));
}

async function purge(): Promise<void> {
  const { number } = await named();
  await database.updateTable('requests').set({ content: null }).where('number', '=', number).execute();
  console.log(`What was written in ${number} is erased.`);
}

function copy(): void {
  if (settings.database.startsWith('postgres')) stop('The data are in PostgreSQL: copy them with pg_dump.');
  if (!first) stop(USAGE);
  const source = new DatabaseSync(settings.database, { readOnly: true });
  // As it is at one moment, however much is written meanwhile: copying page by page would begin again with each request.
  source.prepare('VACUUM INTO ?').run(first);
  source.close();
  console.log(`${first} holds everything up to this moment. It contains personal data: keep it as safe as the database itself.`);
}

const commands: Record<string, () => void | Promise<void>> = { report, list, show, resend, export: exportOne, purge, backup: copy };
const chosen = commands[command ?? ''];
if (chosen) await chosen();
else console.log(USAGE);
await database.destroy();
