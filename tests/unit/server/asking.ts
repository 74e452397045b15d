// Asks servers the same, and keeps of their answers what must be equal.
import { type IncomingHttpHeaders, request } from 'node:http';
import { SECURITY_HEADERS } from '../../../src/server/headers.ts';

/** What a browser or a cache goes by; the rest, such as the name of the program, may differ. */
const COMPARED = ['content-encoding', 'cache-control', 'location', 'speculation-rules', ...Object.keys(SECURITY_HEADERS)];

/** Another address of this machine than that of the hosts. */
export const VISITOR = '127.0.0.2';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}
interface Asked {
  headers?: Record<string, string>;
  method?: string;
  body?: string;
}

/**
 * Asks a server on this machine, and takes the answer as it was sent.
 * @param port - On 127.0.0.1.
 * @param path - With its query.
 * @returns Status, headers and the body, a character a byte.
 */
export function ask(port: number, path: string, { headers = {}, method = 'GET', body }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false, localAddress: VISITOR }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString('latin1') });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The part of an answer that must be the same from every server. What stands in the body of a redirect, nobody reads. */
export const essence = ({ status, headers, body }: Answer) => ({
  status,
  ...Object.fromEntries(COMPARED.map((name) => [name, headers[name]])),
  ...(status < 300 || status >= 400
    ? {
        body,
        'content-type': headers['content-type'],
        vary: headers.vary
          ?.toLowerCase()
          .split(/[\s,]+/)
          .sort(),
      }
    : {}),
});
