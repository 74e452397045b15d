import { createServer } from 'node:http';
import { freePort } from '../../scripts/verify/free-port.ts';
import { createApp } from '../../src/server/app.ts';

/** What somebody else answers in the place of the portal; `cut` breaks the connection off after half of the body. */
export interface OtherAnswer {
  status: number;
  type: string;
  body: string;
  cut?: boolean;
}

/** The built site, on a port of its own. */
export interface FaultySite {
  address: string;
  /** Asked for every request; undefined leaves it to the portal. */
  answer: (path: string) => OtherAnswer | undefined;
  close: () => Promise<void>;
}

/**
 * Serves the built site so that a test can make it fail.
 * @returns The site, which answers as ever until its `answer` is changed.
 */
export async function serveFaulty(): Promise<FaultySite> {
  const app = await createApp(`${process.cwd()}/dist/client`);
  await app.ready();
  const site: FaultySite = { address: '', answer: () => undefined, close: async () => app.close() };
  const server = createServer((request, response) => {
    const other = site.answer(request.url ?? '');
    if (!other) {
      app.routing(request, response);
      return;
    }
    const { status, type, body, cut } = other;
    response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
    if (cut) response.write(body.slice(0, body.length / 2), () => request.socket.destroy());
    else response.end(body);
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  site.address = `http://127.0.0.1:${port}`;
  site.close = async () => {
    server.closeAllConnections();
    server.close();
    await app.close();
  };
  return site;
}
