import type { APIRoute } from 'astro';
import { hrefOf } from '../i18n/locales.ts';
import { VIEWS } from '../model/locale.ts';

/** The sitemaps of all views. @see https://www.sitemaps.org/protocol.html */
export const GET: APIRoute = ({ site }) => {
  const maps = VIEWS.map((view) => `<sitemap><loc>${new URL(hrefOf(view, 'sitemap.xml'), site).href}</loc></sitemap>`);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${maps.join('')}</sitemapindex>\n`;
  return new Response(xml, { headers: { 'content-type': 'application/xml' } });
};
