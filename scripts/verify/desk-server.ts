// The server of the portal as npm run serve starts it, for measurements and faults: on a free port, without limits of rate.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './free-port.ts';

const FLAGS = ['--max-old-space-size=96', '--max-semi-space-size=4'];
const LONGEST_START = 15_000;

/** A server that runs. */
export interface DeskServer {
  port: number;
  process: ChildProcess;
  /** Bytes that it holds in memory, on Linux. */
  memory: () => number;
  /** Everything that it has written to its outputs. */
  output: () => string;
  /** Ends it without a warning. */
  kill: () => Promise<void>;
}

/**
 * Starts a server.
 * @param env - Where its data are, and what else it is told.
 * @param port - A free one, unless the one of a server before it is to be taken over.
 * @returns The server, before it answers.
 */
export async function spawnDeskServer(env: Record<string, string>, port?: number): Promise<DeskServer> {
  const own = port ?? (await freePort());
  const limits = { DESK_RATE_PER_HOUR: '100000000', DESK_RATE_IN_ALL: '100000000' };
  const started = spawn(process.execPath, [...FLAGS, 'src/server/main.ts'], {
    env: { ...process.env, ...limits, HOST: '127.0.0.1', PORT: String(own), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [started.stdout, started.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return {
    port: own,
    process: started,
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${started.pid ?? 0}/status`, 'utf8'))?.[1] ?? 0) * 1024,
    output: () => output,
    kill: async () => {
      started.kill('SIGKILL');
      if (started.exitCode === null && started.signalCode === null) await once(started, 'exit');
    },
  };
}

/**
 * Starts a server and waits until it answers.
 * @param env - As for `spawnDeskServer`.
 * @returns The server.
 * @throws {Error} With what it has written, when it does not answer.
 */
export async function startDeskServer(env: Record<string, string>): Promise<DeskServer> {
  const server = await spawnDeskServer(env);
  const latest = performance.now() + LONGEST_START;
  while (!(await fetch(`http://127.0.0.1:${server.port}/healthz`).catch(() => undefined))?.ok) {
    if (performance.now() > latest) throw new Error(`The server does not answer: ${server.output()}`);
    await pause(50);
  }
  return server;
}

/** What came back; status 0: nothing. */
export interface Answer {
  status: number;
  text: string;
}

/** What is sent to the contact page of a language. */
export interface Sending {
  port: number;
  body: string | Buffer;
  view?: string;
  agent?: Agent;
  headers?: Record<string, string>;
  /** Without a length, in pieces. */
  chunked?: boolean;
}

/**
 * Sends a form.
 * @param sending - What, and where to.
 * @returns Status and body of the answer; status 0 when the connection was closed without one.
 */
export function sendForm({ port, body, view = 'fr', agent, headers = {}, chunked = false }: Sending): Promise<Answer> {
  return new Promise((resolve) => {
    const length = chunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': Buffer.byteLength(body) };
    const options = { host: '127.0.0.1', port, path: `/${view}/contact/`, method: 'POST', ...(agent && { agent }) };
    const sent = request({ ...options, headers: { ...headers, ...length } }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, text });
      });
      answer.on('error', () => {
        resolve({ status: answer.statusCode ?? 0, text });
      });
    });
    sent.on('error', () => {
      resolve({ status: 0, text: '' });
    });
    if (chunked) for (let at = 0; at < body.length; at += 1000) sent.write(body.slice(at, at + 1000));
    sent.end(chunked ? undefined : body);
  });
}
