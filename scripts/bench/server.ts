// npm run bench:server [-- seconds]: how many pages a second the Node process, nginx and Caddy give out; server and load on this machine.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { freePort } from '../verify/free-port.ts';
import { startStaticHost, STATIC_HOSTS } from '../verify/static-hosts.ts';

const SECONDS = Number(process.argv[2] ?? 10);
const LOAD = ['-t2', '-c64', `-d${SECONDS}s`, '--latency'];
/** As npm run serve starts it. */
const MEMORY_FLAGS = ['--max-old-space-size=96', '--max-semi-space-size=4'];
const ROOT = resolve('dist/client');
const PAGE = '/fr/procedures/passport/';
/** Requests a second of the Node process, and bytes that it may hold after every page was asked for. */
const BUDGET = { rate: 3000, memory: 200_000_000 } as const;

const MILLISECONDS: Record<string, number> = { us: 0.001, ms: 1, s: 1000, m: 60_000 };

interface Measured {
  rate: number;
  p50: number;
  p99: number;
  errors: number;
}

/** Reads what wrk prints. */
function readResult(text: string): Measured {
  const latency = (share: string) => {
    const [, amount = 'NaN', unit = ''] = new RegExp(`^\\s+${share}%\\s+([\\d.]+)(us|ms|s|m)$`, 'm').exec(text) ?? [];
    return Number(amount) * (MILLISECONDS[unit] ?? NaN);
  };
  const [, ...failed] = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(text) ?? [];
  const refused = Number(/Non-2xx or 3xx responses: (\d+)/.exec(text)?.[1] ?? 0);
  return {
    rate: Number(/^Requests\/sec:\s+([\d.]+)/m.exec(text)?.[1] ?? NaN),
    p50: latency('50'),
    p99: latency('99'),
    errors: failed.reduce((sum, count) => sum + Number(count), refused),
  };
}

function load(port: number, headers: Record<string, string>): Measured {
  const given = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const { stdout, error } = spawnSync('wrk', [...LOAD, ...given, `http://127.0.0.1:${port}${PAGE}`], { encoding: 'utf8' });
  if (error) throw new Error('wrk is not installed: apt-get install wrk');
  return readResult(stdout);
}

/** Measures one server and prints its two lines. */
async function measure(name: string, port: number): Promise<readonly Measured[]> {
  const headers = { 'accept-encoding': 'br' };
  const known = await fetch(`http://127.0.0.1:${port}${PAGE}`, { headers });
  if (known.headers.get('content-encoding') !== 'br') throw new Error(`${name} does not send ${PAGE} as Brotli.`);
  const whole = load(port, headers);
  const confirmed = load(port, { ...headers, 'if-none-match': known.headers.get('etag') ?? '' });
  const lines = [
    ['the page, Brotli', whole],
    ['the same, If-None-Match: 304', confirmed],
  ] as const;
  for (const [kind, { rate, p50, p99, errors }] of lines)
    console.log(`| ${name} | ${kind} | ${Math.round(rate)} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${errors} |`);
  return [whole, confirmed];
}

/** Asks for every page once, as Brotli. */
async function visitAll(port: number): Promise<number> {
  const pages = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('index.html'));
  for (const name of pages) {
    const address = name.replaceAll('\\', '/').replace(/index\.html$/, '');
    await (await fetch(`http://127.0.0.1:${port}/${address}`, { headers: { 'accept-encoding': 'br' } })).arrayBuffer();
  }
  return pages.length;
}

const nodePort = await freePort();
const node = spawn(process.execPath, [...MEMORY_FLAGS, 'src/server/main.ts'], {
  env: { ...process.env, PORT: String(nodePort), DESK: 'off' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
await new Promise((started) => node.stdout.once('data', started));
console.log('| server | asked for | requests a second | p50, ms | p99, ms | errors |\n| --- | --- | --- | --- | --- | --- |');
const own = await measure('Node, one process', nodePort);
for (const host of STATIC_HOSTS.filter(({ program }) => program)) {
  const { port, stop } = await startStaticHost(host, { root: ROOT, nodePort });
  await measure(host.name, port);
  await stop();
}
const pages = await visitAll(nodePort);
/** The most that the process has held in memory, on Linux. */
const memory = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${node.pid ?? 0}/status`, 'utf8'))?.[1] ?? 0) * 1024;
node.kill('SIGTERM');
console.log(`\nNode process, after this and after each of ${pages} pages was asked for: ${Math.round(memory / 1e6)} MB at most`);
if (own.some(({ rate, errors }) => rate < BUDGET.rate || errors > 0) || memory > BUDGET.memory) {
  console.error('over budget');
  process.exitCode = 1;
}
