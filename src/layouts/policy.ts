import { createHash } from 'node:crypto';

/** Some pages share their styles to the letter: each is hashed once. */
const hashes = new Map<string, string>();

function hashOf(style: string): string {
  const known = hashes.get(style) ?? createHash('sha256').update(style).digest('base64');
  hashes.set(style, known);
  return known;
}

/** Where an administrator lets tiles of a map come from, if anywhere. */
const tiles: unknown = import.meta.env['PUBLIC_TILE_URL'];
const tileHost = typeof tiles === 'string' ? ` ${new URL(tiles.replace('{s}', '*').replace(/[{}]/g, '')).origin}` : '';

/**
 * The policy of a page: its own scripts and sheets, its one inline style, and nothing from another host but the tiles of an administrator.
 * @param style - What stands between `<style>` and `</style>`, to the letter.
 * @returns The content of a `content-security-policy` meta element.
 * @see Content Security Policy Level 3. The server adds what a meta element cannot say, such as `frame-ancestors`.
 */
export function policyFor(style: string): string {
  return `default-src 'self';img-src 'self' data:${tileHost};style-src 'self' 'sha256-${hashOf(style)}';object-src 'none';base-uri 'none';form-action 'self'`;
}
