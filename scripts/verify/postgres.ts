// A PostgreSQL of one's own for tests and measurements: on a free port, with its own folder, where the machine has one installed.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './free-port.ts';

const VERSIONS = '/usr/lib/postgresql';

/** The folder of the programs, where PostgreSQL is installed. */
export function postgresPrograms(): string | undefined {
  if (!existsSync(VERSIONS)) return undefined;
  const newest = readdirSync(VERSIONS).sort((one, other) => Number(other) - Number(one))[0];
  return newest && existsSync(join(VERSIONS, newest, 'bin/initdb')) ? join(VERSIONS, newest, 'bin') : undefined;
}

/** It refuses to run as root: then it runs as the user that its package has made. */
const asItsUser = (program: string, parameters: string[]): [string, string[]] =>
  process.getuid?.() === 0
    ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', program, ...parameters]]
    : [program, parameters];

/** A PostgreSQL that runs. */
export interface Postgres {
  url: string;
  /** Ends it as a power cut would; its data stay. */
  halt: () => Promise<void>;
  /** Starts it again on the same data. */
  resume: () => Promise<void>;
  /** Ends it and throws its data away. */
  stop: () => void;
}

/**
 * Starts PostgreSQL.
 * @param programs - Of `postgresPrograms`.
 * @returns Its address, and what ends it.
 */
export async function startPostgres(programs: string): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'abrid-postgres-'));
  if (process.getuid?.() === 0) spawnSync('chown', ['postgres', folder]);
  const data = join(folder, 'data');
  const [init, initParameters] = asItsUser(join(programs, 'initdb'), ['-D', data, '-U', 'abrid', '-A', 'trust', '-E', 'UTF8', '--no-sync']);
  const made = spawnSync(init, initParameters, { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`PostgreSQL could not make its folder: ${made.stderr}`);
  const port = await freePort();
  const [run, parameters] = asItsUser(join(programs, 'postgres'), ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder]);
  const isReady = () => spawnSync(join(programs, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)]).status === 0;
  const start = async () => {
    const started = spawn(run, parameters, { stdio: 'ignore' });
    for (let tries = 0; tries < 100 && !isReady(); tries += 1) await pause(100);
    return started;
  };
  let server = await start();
  return {
    url: `postgres://abrid@127.0.0.1:${port}/postgres`,
    halt: async () => {
      server.kill('SIGQUIT');
      await once(server, 'exit');
    },
    resume: async () => {
      server = await start();
    },
    stop: () => {
      server.kill('SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
