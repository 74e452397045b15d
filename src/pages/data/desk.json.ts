import type { APIRoute } from 'astro';
import { forEachLocale, type Locale } from '../../model/locale.ts';
import { content } from '../_site.ts';

type Named = [id: string, name: Record<Locale, string>];
const names = (list: Iterable<Named>) => Object.fromEntries(list);

/** What the desk calls things in its mails: it reads no content itself. */
export const GET: APIRoute = () =>
  Response.json({
    procedures: names([...content.procedures].map(([id, { words }]): Named => [id, forEachLocale((locale) => words[locale].data.title)])),
    nodes: names([...content.orientation].flatMap(([id, node]): Named[] => (node.kind === 'outcome' ? [[id, node.title]] : []))),
    conditions: names([...content.conditions].map(([id, { name }]): Named => [id, name])),
    places: names(
      [...content.cells, ...[...content.services].filter(([, { confidential }]) => !confidential)].map(([id, { name }]): Named => [
        id,
        name,
      ]),
    ),
    provinces: names([...content.provinces].map(([id, { name }]): Named => [id, name])),
    cells: Object.fromEntries(
      [...content.cells].map(([id, { email, status, provinces }]) => [
        id,
        { mailbox: status === 'confirmed' ? email : null, province: provinces.length === 1 ? provinces[0] : null },
      ]),
    ),
  });
