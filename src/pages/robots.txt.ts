import type { APIRoute } from 'astro';

/** Everything may be found. @see RFC 9309 */
export const GET: APIRoute = ({ site }) => new Response(`User-agent: *\nAllow: /\nSitemap: ${new URL('/sitemap.xml', site).href}\n`);
