import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Compressing again what has not changed would cost most of a build. */
const CACHE = '.cache/compressed';
const brotli = promisify(brotliCompress);
const ENCODERS = {
  br: (content: Buffer) =>
    brotli(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    }),
  gz: (content: Buffer) => promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
} as const;

mkdirSync(CACHE, { recursive: true });

/**
 * Compresses as much as can be.
 * @param content - Of a file.
 * @param encoding - `br` or `gz`.
 * @returns The bytes of the compressed file, from a cache where the same was compressed before.
 */
export async function compressed(content: Buffer, encoding: keyof typeof ENCODERS): Promise<Buffer> {
  const cached = join(CACHE, `${createHash('sha256').update(content).digest('hex')}.${encoding}`);
  const known = await readFile(cached).catch(() => undefined);
  if (known) return known;
  const made = await ENCODERS[encoding](content);
  await writeFile(cached, made);
  return made;
}
