// nginx and Caddy with the configurations of deploy/, each on a free port and with its own folder, where the machine has them.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

const PROGRAM_FOLDERS = ['/usr/sbin', '/usr/bin'];
const BROTLI_MODULE = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

const findProgram = (name: string) => PROGRAM_FOLDERS.map((folder) => join(folder, name)).find((path) => existsSync(path));

/** What a host serves, and where the Node process listens. */
export interface HostedSite {
  root: string;
  nodePort: number;
}

/** How a program is started: made for a port that is free. */
interface Start {
  parameters: string[];
  env?: Record<string, string>;
}

export interface StaticHost {
  name: string;
  /** Where it is installed, with all it needs. */
  program: string | undefined;
  prepare: (site: HostedSite, port: number, folder: string) => Start;
}

/**
 * Puts the values of a site into `deploy/nginx.conf`, as whoever runs the portal does by hand.
 * @throws {Error} When a line that is to be set is not there.
 */
function nginxSite({ root, nodePort }: HostedSite, port: number): string {
  const values = [
    ['127.0.0.1:4321', `127.0.0.1:${nodePort}`],
    ['listen 80;', `listen 127.0.0.1:${port};`],
    ['/srv/abrid/dist/client', root],
  ] as const;
  return values.reduce(
    (text, [given, set]) => {
      if (!text.includes(given)) throw new Error(`deploy/nginx.conf has no "${given}" to be set.`);
      return text.replaceAll(given, set);
    },
    readFileSync('deploy/nginx.conf', 'utf8'),
  );
}

const nginx: StaticHost = {
  name: 'nginx',
  program: existsSync(BROTLI_MODULE) ? findProgram('nginx') : undefined,
  prepare: (site, port, folder) => {
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `  ${name}_temp_path ${folder}/${name};`);
    writeFileSync(join(folder, 'site.conf'), nginxSite(site, port));
    writeFileSync(
      join(folder, 'nginx.conf'),
      [
        // Without it, the user nobody could not read the folder of a test.
        ...(process.getuid?.() === 0 ? ['user root root;'] : []),
        `load_module ${BROTLI_MODULE};`,
        'daemon off; worker_processes auto; error_log stderr crit;',
        `pid ${folder}/pid;`,
        'events {}',
        `http {\n${temporary.join('\n')}\n  include ${folder}/site.conf;\n}\n`,
      ].join('\n'),
    );
    return { parameters: ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')] };
  },
};

const caddy: StaticHost = {
  name: 'caddy',
  program: findProgram('caddy'),
  prepare: ({ root, nodePort }, port, folder) => {
    mkdirSync(join(folder, 'home'));
    return {
      parameters: ['run', '--adapter', 'caddyfile', '--config', 'deploy/Caddyfile'],
      env: {
        ADDRESS: `http://127.0.0.1:${port}`,
        ROOT: root,
        NODE: `127.0.0.1:${nodePort}`,
        ADMIN: 'off',
        HOME: join(folder, 'home'),
        XDG_CONFIG_HOME: join(folder, 'home'),
        XDG_DATA_HOME: join(folder, 'home'),
      },
    };
  },
};

export const STATIC_HOSTS = [nginx, caddy] as const;

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (isThere: boolean) => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once('connect', () => {
      end(true);
    });
    socket.once('error', () => {
      end(false);
    });
  });

/**
 * Starts a host.
 * @param host - One of `STATIC_HOSTS` whose program is installed.
 * @param site - What it serves.
 * @returns Its port on 127.0.0.1, and what ends it.
 * @throws {Error} With what it says, when it does not start.
 */
export async function startStaticHost(host: StaticHost, site: HostedSite): Promise<{ port: number; stop: () => Promise<void> }> {
  if (!host.program) throw new Error(`${host.name} is not installed.`);
  const folder = mkdtempSync(join(tmpdir(), `abrid-${host.name}-`));
  const port = await freePort();
  const { parameters, env } = host.prepare(site, port, folder);
  const server = spawn(host.program, parameters, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...env } });
  let said = '';
  server.stderr.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-4000)));
  const ended = new Promise((resolve) => server.once('close', resolve));
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 200; tries += 1) {
    if (await answers(port)) return { port, stop };
    if (server.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop();
  throw new Error(`${host.name} does not start: ${said}`);
}
