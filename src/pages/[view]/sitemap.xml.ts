import type { APIRoute } from 'astro';
import { hrefOf, traitsOf } from '../../i18n/locales.ts';
import { View, VIEWS } from '../../model/locale.ts';
import { allPaths, pathsOfViews } from '../_site.ts';

export const getStaticPaths = pathsOfViews;

/**
 * The pages of one view, each with the pages that say the same in another.
 * @see https://www.sitemaps.org/protocol.html
 * @see https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap
 */
export const GET: APIRoute = ({ params, site }) => {
  const view = View.parse(params['view']);
  const absolute = (address: string) => new URL(address, site).href;
  const alternate = (tag: string, address: string) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${absolute(address)}"/>`;
  const urls = allPaths().map((path) => {
    const others = VIEWS.map((other) => alternate(traitsOf(other).tag, hrefOf(other, path))).join('');
    const otherwise = alternate('x-default', path === '' ? '/' : hrefOf('fr', path));
    return `<url><loc>${absolute(hrefOf(view, path))}</loc>${others}${otherwise}</url>`;
  });
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${urls.join('')}</urlset>\n`;
  return new Response(xml, { headers: { 'content-type': 'application/xml' } });
};
