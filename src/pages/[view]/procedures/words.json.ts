import type { APIRoute } from 'astro';
import { LOCALES, localeOf, View } from '../../../model/locale.ts';
import { content, pathsOfViews } from '../../_site.ts';

export const getStaticPaths = pathsOfViews;

/** What the filter of the list looks through, by procedure: title, summary and aliases of the page's language, titles of the others. */
export const GET: APIRoute = ({ params }) => {
  const locale = localeOf(View.parse(params['view']));
  const words = [...content.procedures.values()].map(({ id, words: all }): [string, string] => {
    const { title, summary, aliases } = all[locale].data;
    return [id, [title, summary, ...aliases, ...LOCALES.map((other) => all[other].data.title)].join(' ')];
  });
  return new Response(JSON.stringify(Object.fromEntries(words)), { headers: { 'content-type': 'application/json' } });
};
