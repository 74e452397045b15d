import type { Socket } from 'node:net';
import { resolve } from 'node:path';
import { createApp } from '../../../src/server/app.ts';
import type { Traffic } from '../slow-phone.ts';

/** A built site behind our server. */
export interface Served {
  /** Without a slash at the end. */
  address: string;
  /** What was sent since the server began. */
  traffic: () => Traffic;
  close: () => Promise<void>;
}

/**
 * Serves a built site as ours is served, and counts what it sends. The server counts, because what a worker of a page asks for
 * does not show in the page's own network.
 * @param root - Folder of the built site.
 * @param policy - In place of our own policy of scripts, where the site has others than we have.
 * @returns The running server.
 */
export async function serve(root: string, policy?: string): Promise<Served> {
  const app = await createApp(resolve(root));
  if (policy !== undefined)
    app.addHook('onSend', async (_request, reply) => {
      void reply.header('content-security-policy', policy);
    });
  const sockets = new Set<Socket>();
  let requests = 0;
  app.server.on('connection', (socket) => sockets.add(socket));
  app.server.on('request', () => {
    requests += 1;
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    address,
    traffic: () => ({ requests, bytes: [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, 0) }),
    close: () => app.close(),
  };
}
