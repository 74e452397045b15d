import type { APIRoute } from 'astro';
import { hrefOf } from '../../i18n/locales.ts';
import { View } from '../../model/locale.ts';
import { allPaths, pathsOfViews } from '../_site.ts';

export const getStaticPaths = pathsOfViews;

/** The pages of one view. @see https://www.sitemaps.org/protocol.html */
export const GET: APIRoute = ({ params, site }) => {
  const view = View.parse(params['view']);
  const urls = allPaths().map((path) => `<url><loc>${new URL(hrefOf(view, path), site).href}</loc></url>`);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>\n`;
  return new Response(xml, { headers: { 'content-type': 'application/xml' } });
};
