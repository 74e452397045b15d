import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, LogController } from 'fastify';
import type { Desk } from '../desk/desk.ts';
import { betterAddress, pageLanguage, preferredLocale } from './addresses.ts';
import { fileHeaders, SECURITY_HEADERS, SPECULATION_RULES, SPECULATION_RULES_TYPE } from './headers.ts';
import { keepFiles } from './kept-files.ts';

/** How long somebody may take to send a request, in milliseconds: a form of 32 kB on the slowest line takes some seconds. */
const SLOWEST = 30_000;

/** What the server of the portal works with. */
export interface AppSettings {
  /** Takes contact requests; without it the site only informs. */
  desk?: Pick<Desk, 'addRoutes' | 'health'> | undefined;
  /** Without it nothing is logged. What people read and send never is. */
  log?: FastifyBaseLogger | undefined;
  /** Addresses of the proxies before it, comma-separated: they say who asks. Without it, those on this machine. */
  proxies?: string | undefined;
}

/**
 * Makes the server of the portal.
 * @param root - Absolute path of the built site, `dist/client`.
 * @param settings - Desk, log, proxies.
 * @returns A Fastify instance that does not listen yet.
 */
export async function createApp(root: string, { desk, log, proxies }: AppSettings = {}): Promise<FastifyInstance> {
  const app = Fastify({
    ...(log ? { loggerInstance: log } : { logger: false }),
    logController: new LogController({ disableRequestLogging: true }),
    // A proxy on this machine says whose request it passes on.
    trustProxy: proxies ?? 'loopback',
    requestTimeout: SLOWEST,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreDuplicateSlashes: true },
    // An address that is not even an address, such as /%ZZ, reaches no route.
    frameworkErrors: (_error, _request, reply) => {
      reply.raw.writeHead(400, { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8' }).end('400\n');
    },
  });

  app.addHook('onRequest', async (_request, reply) => {
    void reply.headers(SECURITY_HEADERS);
  });
  // The file server goes by the ending alone, and .json is not the type that browsers ask for here.
  app.addHook('onSend', async (request, reply) => {
    if (request.url === SPECULATION_RULES && reply.statusCode === 200) void reply.type(SPECULATION_RULES_TYPE);
  });
  const keep = keepFiles(app);
  app.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));

  app.get('/readyz', async (_request, reply) => {
    const health = await desk?.health();
    return reply
      .code(health && !health.ok ? 503 : 200)
      .header('cache-control', 'no-store')
      .send(health ?? { ok: true });
  });
  desk?.addRoutes(app, root);

  const hasRules = existsSync(join(root, SPECULATION_RULES));
  await app.register(fastifyStatic, {
    root,
    preCompressed: true,
    redirect: true,
    cacheControl: false,
    setHeaders: (reply, path, { size, mtimeMs }) => {
      void reply.headers(fileHeaders(relative(root, path), hasRules));
      keep(reply, { path, size, mtimeMs });
    },
  });

  const pageExists = (path: string) => !path.includes('\0') && existsSync(join(root, path, 'index.html'));

  app.setNotFoundHandler(async (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return reply.code(405).header('allow', 'GET, HEAD').send('Method not allowed\n');
    const preferred = preferredLocale(request.headers['accept-language']);
    const better = betterAddress(request.url, preferred, pageExists);
    if (better) return reply.header('vary', 'accept-language').redirect(better, 302);
    return sendNotFound(reply, pageLanguage(request.url) ?? preferred);
  });
  // What a visitor sends is at worst not understood: a broken address is answered like one that does not exist.
  app.setErrorHandler(async (error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error({ err: error }, 'request not answered');
    if (request.method === 'GET' && status < 500) return sendNotFound(reply, preferredLocale(request.headers['accept-language']));
    return reply.code(status).type('text/plain; charset=utf-8').send(`${status}\n`);
  });
  return app;
}

async function sendNotFound(reply: FastifyReply, language: string): Promise<FastifyReply> {
  return reply.code(404).header('vary', 'accept-language').sendFile(`${language}/404/index.html`);
}
