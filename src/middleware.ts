import { createHash } from 'node:crypto';
import { defineMiddleware } from 'astro:middleware';
import { tifinaghToLatin } from './i18n/transliterate.ts';

const INLINE_STYLE = /<style[^>]*>([\s\S]*?)<\/style>/g;

/**
 * Allows exactly the styles that stand in a page, and no inline script.
 * @param html - A whole page.
 * @returns The page with its policy. Astro's own policy lists the hashes of every page of the site in each: half a kilobyte
 *   that does not compress.
 * @see Content Security Policy Level 3
 */
function withPolicy(html: string): string {
  const hashes = [...html.matchAll(INLINE_STYLE)].map(
    ([, style = '']) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  );
  const styles = hashes.length > 0 ? [...new Set(hashes)].join(' ') : "'none'";
  const policy = `default-src 'self';img-src 'self' data:;style-src ${styles};object-src 'none';base-uri 'none';form-action 'self'`;
  return html.replace('<meta charset="utf-8">', `$&<meta http-equiv="content-security-policy" content="${policy}">`);
}

/**
 * Finishes each page: writes the Latin-script view, letter for letter from the Amazigh page, so that no text can be
 * forgotten and none is written twice; then adds the policy, which depends on every letter of the styles.
 */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.includes('text/html')) return response;
  const html = await response.text();
  const written = url.pathname.startsWith('/zgh-latn/') ? tifinaghToLatin(html) : html;
  const { status, headers } = response;
  // The development server adds scripts and styles of its own.
  return new Response(import.meta.env.PROD ? withPolicy(written) : written, { status, headers });
});
