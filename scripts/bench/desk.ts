// npm run bench:desk [-- seconds]: how many requests a second the desk takes with full durability, server and load on this machine.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/desk/database.ts';
import { freePort } from '../verify/free-port.ts';

const SECONDS = Number(process.argv[2] ?? 100);
const CONNECTIONS = 64;
/** As npm run serve starts it. */
const MEMORY_FLAGS = ['--max-old-space-size=96', '--max-semi-space-size=4'];
const BUDGET = { rate: 800, p99: 100, memory: 200_000_000 } as const;

/** Bytes that a process holds in memory, on Linux. */
const memoryOf = (pid: number) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;

const folder = mkdtempSync(join(tmpdir(), 'abrid-bench-desk-'));
const port = await freePort();
// Mails stay in the outbox: what is measured is the taking of requests.
const server = spawn(process.execPath, [...MEMORY_FLAGS, 'src/server/main.ts'], {
  env: {
    ...process.env,
    PORT: String(port),
    DATA_DIR: folder,
    SMTP_URL: 'smtp://127.0.0.1:9',
    DESK_RATE_PER_HOUR: '100000000',
    DESK_RATE_IN_ALL: '100000000',
  },
  stdio: 'ignore',
});
await new Promise((resolve) => setTimeout(resolve, 2000));

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
const times: number[] = [];
const numbers = new Set<string>();
let refused = 0;

function post(body: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const sent = request({ host: '127.0.0.1', port, path: '/fr/contact/', method: 'POST', agent, headers }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, text });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const until = performance.now() + SECONDS * 1000;
async function keepSending(): Promise<void> {
  while (performance.now() < until) {
    const body = `key=${randomUUID()}&cell=commune-nador&message=Made+up&channel=visit&language=fr&consent=yes&procedures=passport`;
    const began = performance.now();
    const { status, text } = await post(body);
    times.push(performance.now() - began);
    const number = /"number":"([^"]+)"/.exec(text)?.[1];
    if (status === 201 && number) numbers.add(number);
    else refused += 1;
  }
}
const memory: number[] = [];
const watch = setInterval(() => memory.push(memoryOf(server.pid ?? 0)), 1000);
await Promise.all(Array.from({ length: CONNECTIONS }, keepSending));
clearInterval(watch);
server.kill('SIGKILL');
await new Promise((resolve) => server.once('exit', resolve));

const database = await openDatabase(join(folder, 'desk.sqlite'));
const { count } = await database
  .selectFrom('requests')
  .select(({ fn }) => fn.countAll().as('count'))
  .executeTakeFirstOrThrow();
const mails = await database
  .selectFrom('outbox')
  .select(({ fn }) => fn.countAll().as('count'))
  .executeTakeFirstOrThrow();
await database.destroy();
rmSync(folder, { recursive: true });

times.sort((one, other) => one - other);
const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
const rate = numbers.size / SECONDS;
console.log(
  '| seconds | accepted a second | p50, ms | p99, ms | memory at most, MB | memory after a tenth, MB | refused | given and not stored | mails |',
);
console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- |');
const early = memory[Math.floor(memory.length / 10)] ?? 0;
console.log(
  `| ${SECONDS} | ${Math.round(rate)} | ${at(0.5).toFixed(1)} | ${at(0.99).toFixed(1)} | ${Math.round(Math.max(...memory) / 1e6)} | ${Math.round(early / 1e6)} | ${refused} | ${numbers.size - Number(count)} | ${Number(mails.count)} |`,
);
if (rate < BUDGET.rate || at(0.99) > BUDGET.p99 || Math.max(...memory) > BUDGET.memory || numbers.size > Number(count)) {
  console.error('over budget');
  process.exitCode = 1;
}
