import type { APIRoute } from 'astro';
import { provinceLabels, settlementLabels } from '../../../map/labels.ts';
import { RANK } from '../../../map/rank.ts';
import { localeOf, View } from '../../../model/locale.ts';
import { content, pathsOfViews } from '../../_site.ts';

export const getStaticPaths = pathsOfViews;

/** What places are called in Amazigh, as far as the content says it, by their French name. */
const amazigh = new Map(
  [...content.cells.values(), ...content.services.values()].flatMap(({ commune }) => (commune ? [[commune.fr, commune.zgh] as const] : [])),
);

/** Names on the map, in the language of the page where they are known in it: name, latitude, longitude, rank. */
export const GET: APIRoute = ({ params }) => {
  const view = View.parse(params['view']);
  const locale = localeOf(view);
  const nameOf = ({ fr, ar }: { fr: string; ar: string | undefined }) => {
    if (locale === 'ar') return ar ?? fr;
    return view === 'zgh' ? (amazigh.get(fr) ?? fr) : fr;
  };
  const provinces = provinceLabels.map(({ code, lat, lon, ...names }) => {
    const known = [...content.provinces.values()].find((province) => province.code === code);
    return [view === 'zgh-latn' || !known ? names.fr : known.name[locale], lat, lon, RANK.province];
  });
  return Response.json([...provinces, ...settlementLabels.map((label) => [nameOf(label), label.lat, label.lon, label.rank])]);
};
