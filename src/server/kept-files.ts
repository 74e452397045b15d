import { readFile, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Bytes in all: about as many as the compressed pages of the portal have together. */
const KEPT_BYTES = 16 * 1024 * 1024;
/** Bytes: a larger file is asked for seldom, and would push out many pages. */
const LARGEST_KEPT = 64 * 1024;
/** Milliseconds for which the disk is not asked whether a file is still the same. */
const TRUSTED_FOR = 1000;
/** Requests with one of these are left to the file server. */
const SPECIAL_REQUESTS = ['range', 'if-range', 'if-match', 'if-modified-since', 'if-unmodified-since'] as const;

/** A file on the disk, as it was when it was sent. */
interface Source {
  path: string;
  size: number;
  mtimeMs: number;
}

interface KeptFile {
  source: Source;
  content: Buffer;
  headers: ReturnType<FastifyReply['getHeaders']>;
  checked: number;
}

/**
 * Names the answer that a request gets: by path and by the encodings that the visitor takes.
 * @returns Undefined for a request that is not simple enough to be answered from memory.
 */
function answerKey({ method, url, headers }: FastifyRequest): string | undefined {
  const takes = headers['accept-encoding']?.toString() ?? '';
  // Browsers give no weights; whoever does is left to the file server, which weighs them.
  if (method !== 'GET' || /[;*]/.test(takes) || SPECIAL_REQUESTS.some((name) => headers[name] !== undefined)) return undefined;
  const encodings = takes.toLowerCase().split(/[\s,]+/);
  return `${encodings.includes('br')} ${encodings.includes('gzip')} ${url.split('?', 1).join('')}`;
}

/** Files by answer, the one that was asked for longest ago first. */
class KeptFiles {
  readonly #files = new Map<string, KeptFile>();
  #bytes = 0;

  #drop(key: string): void {
    this.#bytes -= this.#files.get(key)?.content.length ?? 0;
    this.#files.delete(key);
  }

  keep(key: string, file: KeptFile): void {
    this.#drop(key);
    this.#files.set(key, file);
    this.#bytes += file.content.length;
    for (const oldest of this.#files.keys()) {
      if (this.#bytes <= KEPT_BYTES) return;
      this.#drop(oldest);
    }
  }

  async find(key: string): Promise<KeptFile | undefined> {
    const file = this.#files.get(key);
    if (!file) return undefined;
    const now = performance.now();
    if (now - file.checked > TRUSTED_FOR) {
      file.checked = now;
      const { path, size, mtimeMs } = file.source;
      const found = await stat(path).catch(() => undefined);
      if (found?.mtimeMs !== mtimeMs || found.size !== size) {
        this.#drop(key);
        return undefined;
      }
    }
    this.#files.delete(key);
    this.#files.set(key, file);
    return file;
  }
}

/**
 * Answers requests for small files from memory once the file server has sent them: without it, most of the time of a request
 * goes into asking the disk for folders, and a 304 costs as much as the page.
 * @param app - The server, whose file server is registered later.
 * @returns To be called by the file server with each file that it sends.
 */
export function keepFiles(app: FastifyInstance): (reply: FastifyReply, source: Source) => void {
  const files = new KeptFiles();
  const sources = new WeakMap<FastifyReply, Source>();

  app.addHook('onRequest', async (request, reply) => {
    const key = answerKey(request);
    const file = key && (await files.find(key));
    if (!file) return;
    void reply.headers(file.headers);
    const known = request.headers['if-none-match']?.split(',').map((tag) => tag.trim()) ?? [];
    const isKnown = known.includes(String(file.headers.etag));
    if (isKnown) void reply.removeHeader('content-length').removeHeader('content-type').code(304);
    return reply.send(isKnown ? undefined : file.content);
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const source = sources.get(reply);
    const key = answerKey(request);
    if (!source || !key || reply.statusCode !== 200 || source.size > LARGEST_KEPT) return payload;
    const content = await readFile(source.path);
    // It has just been replaced by another: the stream has its end of the old one.
    if (content.length !== source.size) return payload;
    if (payload instanceof Readable) payload.destroy();
    files.keep(key, { source, content, headers: reply.getHeaders(), checked: performance.now() });
    return content;
  });

  return (reply, source) => {
    sources.set(reply, source);
  };
}
