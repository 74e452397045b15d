import { createServer } from 'node:net';

/**
 * Finds a port for a server of a test or a measurement.
 * @returns One that was free on 127.0.0.1 just now.
 */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}
