import type { APIRoute } from 'astro';
import { localeOf, View } from '../../../model/locale.ts';
import { searchEntries } from '../../../search/entries.ts';
import { packDetails } from '../../../search/packed.ts';
import { content, pathsOfViews } from '../../_site.ts';

export const getStaticPaths = pathsOfViews;

/** The words of the pages and what narrows, fetched after the names: few queries need them. */
export const GET: APIRoute = ({ params }) => Response.json(packDetails(searchEntries(content, localeOf(View.parse(params['view'])))));
