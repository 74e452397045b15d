// The names on the map, read when the site is built.
import { z } from 'zod';
import provinces from './data/province-labels.json?raw';
import towns from './data/towns.json?raw';
import villages from './data/villages.json?raw';
import { RANK } from './rank.ts';

const Features = z.object({
  features: z.array(
    z.object({
      properties: z.object({
        fr: z.string(),
        ar: z.string().optional(),
        id: z.string().optional(),
        r: z.number().optional(),
        out: z.number().optional(),
      }),
      geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]) }),
    }),
  ),
});
const featuresOf = (file: string) => Features.parse(JSON.parse(file)).features;

/** A name and where it stands. */
export interface Label {
  fr: string;
  ar: string | undefined;
  lat: number;
  lon: number;
  rank: number;
}

/** Where the name of each province stands, by its code of the High Commission for Planning. */
export const provinceLabels = featuresOf(provinces).map(
  ({
    properties: { id = '', fr, ar },
    geometry: {
      coordinates: [lon, lat],
    },
  }) => ({
    code: id,
    fr,
    ar,
    lat,
    lon,
  }),
);

const labelsOf = (file: string, rankOf: (r: number | undefined) => number): Label[] =>
  featuresOf(file)
    // Nothing outside the region is named.
    .filter(({ properties }) => properties.out === undefined)
    .map(
      ({
        properties: { fr, ar, r },
        geometry: {
          coordinates: [lon, lat],
        },
      }) => ({ fr, ar, lat, lon, rank: rankOf(r) }),
    );

/** Cities, towns and villages of the region, the most important first. */
export const settlementLabels: readonly Label[] = [
  ...labelsOf(towns, (r) => r ?? RANK.town).sort((one, other) => one.rank - other.rank),
  ...labelsOf(villages, () => RANK.village),
];
