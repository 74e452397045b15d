import type { APIRoute } from 'astro';
import { localeOf, View } from '../../../model/locale.ts';
import { searchEntries } from '../../../search/entries.ts';
import { packEntries } from '../../../search/packed.ts';
import { content, pathsOfViews } from '../../_site.ts';

export const getStaticPaths = pathsOfViews;

/** Everything that can be found, fetched when somebody searches. */
export const GET: APIRoute = ({ params }) => Response.json(packEntries(searchEntries(content, localeOf(View.parse(params['view'])))));
