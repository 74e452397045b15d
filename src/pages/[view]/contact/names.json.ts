import type { APIRoute } from 'astro';
import { localeOf, View } from '../../../model/locale.ts';
import { content, pathsOfViews } from '../../_site.ts';

export const getStaticPaths = pathsOfViews;

/** What a request may be about, in the language of the page and in French and Arabic, which the cells read. */
export const GET: APIRoute = ({ params }) => {
  const locale = localeOf(View.parse(params['view']));
  const pick = (name: Record<string, string>) => [name[locale], name['fr'], name['ar']];
  return Response.json({
    procedures: Object.fromEntries(
      [...content.procedures].map(([id, { words }]) => [id, [words[locale].data.title, words.fr.data.title, words.ar.data.title]]),
    ),
    nodes: Object.fromEntries([...content.orientation].flatMap(([id, node]) => (node.kind === 'outcome' ? [[id, pick(node.title)]] : []))),
    conditions: Object.fromEntries([...content.conditions].map(([id, { name }]) => [id, pick(name)])),
    cells: Object.fromEntries([...content.cells].map(([id, { name }]) => [id, pick(name)])),
  });
};
