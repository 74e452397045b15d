import type { APIRoute } from 'astro';
import type { Cell, Service } from '../../model/place.ts';
import { content } from '../_site.ts';

function featureOf(path: string, place: Cell | Service) {
  const { position } = place;
  return {
    type: 'Feature',
    id: path,
    // Longitude first (RFC 7946, section 3.1.1).
    geometry: position && { type: 'Point', coordinates: [position.lon, position.lat] },
    properties: {
      kind: 'level' in place ? 'cell' : 'service',
      category: 'category' in place ? place.category : null,
      level: 'level' in place ? place.level : null,
      status: 'status' in place ? place.status : null,
      precision: position?.precision ?? null,
      name: place.name,
      commune: place.commune,
      address: place.address?.text ?? null,
      provinces: place.provinces,
      audiences: place.audiences,
      opening_hours: place.hours?.osm ?? null,
      opening_hours_basis: place.hours?.basis ?? null,
      phones: place.phones.map(({ number }) => number),
      website: place.website?.url ?? null,
      checked: place.checked,
      sources: place.sources.map(({ url }) => url),
    },
  };
}

/** Cells and services as open data (GeoJSON, RFC 7946; CC BY 4.0). A confidential place is not there. */
export const GET: APIRoute = () =>
  Response.json({
    type: 'FeatureCollection',
    license: 'https://creativecommons.org/licenses/by/4.0/',
    features: [
      ...[...content.cells].map(([id, cell]) => featureOf(`cells/${id}`, cell)),
      ...[...content.services].filter(([, { confidential }]) => !confidential).map(([id, service]) => featureOf(`services/${id}`, service)),
    ],
  });
