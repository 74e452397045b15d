import type { Feature } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

type Basemap = Topology<Record<string, GeometryCollection<Record<string, unknown>>>>;

/** As far as a damaged file, or the page of a captive portal, must be told from the map. */
function isBasemap(data: unknown): data is Basemap {
  return (
    typeof data === 'object' &&
    data !== null &&
    'type' in data &&
    data.type === 'Topology' &&
    'arcs' in data &&
    Array.isArray(data.arcs) &&
    'objects' in data &&
    typeof data.objects === 'object'
  );
}

/**
 * Reads a file of the basemap.
 * @param data - As it was fetched; may be anything.
 * @returns The features of each layer, in degrees.
 * @throws {Error} When it is no TopoJSON.
 * @see https://github.com/topojson/topojson-specification
 */
export function layersOf(data: unknown): Map<string, Feature[]> {
  if (!isBasemap(data)) throw new Error('The basemap cannot be read: it is no TopoJSON.');
  return new Map(Object.entries(data.objects).map(([name, collection]) => [name, feature(data, collection).features]));
}
