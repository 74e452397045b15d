import { defineMiddleware } from 'astro:middleware';
import { tifinaghToLatin } from './i18n/transliterate.ts';

/**
 * Writes the Latin-script view, letter for letter from the finished Amazigh page: so no text can be forgotten, and none is
 * written twice. Every other page passes as it is.
 */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  const response = await next();
  if (!url.pathname.startsWith('/zgh-latn/')) return response;
  const { status, headers } = response;
  return new Response(tifinaghToLatin(await response.text()), { status, headers });
});
