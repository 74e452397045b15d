// npm run bench:desk [-- seconds]: how many requests a second the desk takes with full durability, servers and load on this
// machine: one server on SQLite, and two on PostgreSQL where it is installed.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/desk/database.ts';
import { type DeskServer, sendForm, startDeskServer } from '../verify/desk-server.ts';
import { postgresPrograms, startPostgres } from '../verify/postgres.ts';

const SECONDS = Number(process.argv[2] ?? 100);
const CONNECTIONS = 64;
const BUDGET = { rate: 800, p99: 100, memory: 200_000_000 } as const;
const HEADERS = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };

/** What the senders saw. */
interface Load {
  times: number[];
  numbers: Set<string>;
  refused: number;
  /** Bytes that each server held, every second. */
  memory: number[][];
}

async function load(servers: readonly DeskServer[]): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const seen: Load = { times: [], numbers: new Set(), refused: 0, memory: servers.map(() => []) };
  const until = performance.now() + SECONDS * 1000;
  const keepSending = async (_: unknown, index: number) => {
    const port = servers[index % servers.length]?.port ?? 0;
    while (performance.now() < until) {
      const body = `key=${randomUUID()}&cell=commune-nador&message=Made+up&channel=visit&language=fr&consent=yes&procedures=passport`;
      const began = performance.now();
      const { status, text } = await sendForm({ port, agent, body, headers: HEADERS });
      seen.times.push(performance.now() - began);
      const number = /"number":"([^"]+)"/.exec(text)?.[1];
      if (status === 201 && number) seen.numbers.add(number);
      else seen.refused += 1;
    }
  };
  const watch = setInterval(() => {
    for (const [index, { memory }] of servers.entries()) seen.memory[index]?.push(memory());
  }, 1000);
  await Promise.all(Array.from({ length: CONNECTIONS }, keepSending));
  clearInterval(watch);
  agent.destroy();
  return seen;
}

async function measure(name: string, databaseUrl: string | undefined, processes: number): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'abrid-bench-desk-'));
  // Mails stay in the outbox: what is measured is the taking of requests.
  const env = { DATA_DIR: folder, SMTP_URL: 'smtp://127.0.0.1:9', ...(databaseUrl && { DATABASE_URL: databaseUrl }) };
  const servers = await Promise.all(Array.from({ length: processes }, () => startDeskServer(env)));
  const { times, numbers, refused, memory } = await load(servers);
  for (const server of servers) await server.kill();
  const database = await openDatabase(databaseUrl ?? join(folder, 'desk.sqlite'));
  const stored = new Set((await database.selectFrom('requests').select('number').execute()).map(({ number }) => number));
  const mails = await database.selectFrom('outbox').select('number').execute();
  await database.destroy();
  rmSync(folder, { recursive: true });

  const lost = [...numbers].filter((number) => !stored.has(number)).length;
  const doubled = mails.length - new Set(mails.map(({ number }) => number)).size;
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  const megabytes = (bytes: number) => Math.round(bytes / 1e6);
  const most = memory.map((some) => Math.max(...some));
  const early = memory.map((some) => some[Math.floor(some.length / 10)] ?? 0);
  const rate = numbers.size / SECONDS;
  const cells = [
    name,
    SECONDS,
    Math.round(rate),
    at(0.5).toFixed(1),
    at(0.99).toFixed(1),
    most.map(megabytes).join(', '),
    early.map(megabytes).join(', '),
    refused,
    lost,
    doubled,
  ];
  console.log(`| ${cells.join(' | ')} |`);
  return rate >= BUDGET.rate && at(0.99) <= BUDGET.p99 && Math.max(...most) <= BUDGET.memory && lost + doubled + refused === 0;
}

console.log(
  '| database, processes | seconds | accepted a second | p50, ms | p99, ms | memory at most, MB | after a tenth, MB | refused | given and not stored | two mails |',
);
console.log(`|${' --- |'.repeat(10)}`);
let isGood = await measure('SQLite, 1', undefined, 1);
const programs = postgresPrograms();
if (programs) {
  const postgres = await startPostgres(programs);
  isGood = (await measure('PostgreSQL, 2', postgres.url, 2)) && isGood;
  postgres.stop();
} else console.log('PostgreSQL is not installed: not measured.');
if (!isGood) {
  console.error('over budget');
  process.exitCode = 1;
}
