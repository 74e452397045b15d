import type { DraftContent } from '../content.ts';
import type { Cell, Service } from '../place.ts';
import { weeklyHours } from '../opening-hours.ts';
import type { Problem } from '../problem.ts';
import { checkPhone } from './phone.ts';

function checkHours(file: string, { hours }: Service | Cell): Problem[] {
  if (!hours) return [];
  try {
    weeklyHours(hours.osm);
    return [];
  } catch (error) {
    return [
      {
        where: `${file} › hours.osm`,
        what: `"${hours.osm}" are not opening hours: ${String(error)}`,
        mend: 'Write for example "Mo-Fr 08:30-16:30; Sa 09:00-12:00" (OpenStreetMap opening_hours).',
      },
    ];
  }
}

function checkPlaceSources(file: string, place: Service | Cell): Problem[] {
  const known = place.sources.map(({ id }) => id);
  const cited = {
    address: place.address?.source,
    website: place.website?.source,
    hours: place.hours?.source,
    ...Object.fromEntries(place.phones.map(({ source }, index) => [`phones[${index}]`, source])),
  };
  return Object.entries(cited)
    .filter(([, source]) => source !== undefined && !known.includes(source))
    .map(([field, source]) => ({
      where: `${file} › ${field}.source`,
      what: `It cites "${source}". The sources here are ${known.join(', ')}.`,
      mend: 'Write one of these, or add the source. A fact without a source is not published.',
    }));
}

function checkConfidential(file: string, service: Service): Problem[] {
  if (!service.confidential) return [];
  return (['address', 'position', 'commune'] as const)
    .filter((field) => service[field] !== null)
    .map((field) => ({
      where: `${file} › ${field}`,
      what: 'The place is confidential, and this tells where it is.',
      mend: `Write ${field}: null. People in danger live there.`,
    }));
}

function checkSeason(file: string, cell: Cell): Problem[] {
  if ((cell.level === 'seasonal') === Boolean(cell.season) || cell.level === 'seasonal') return [];
  return [
    { where: `${file} › season`, what: 'Only a seasonal cell has a season.', mend: 'Write level: seasonal, or take the season away.' },
  ];
}

/**
 * Checks services and cells.
 * @param content - All collections.
 * @returns Hours that do not parse, phones that cannot be dialled, unknown sources, a confidential place that shows where it is.
 */
export function checkPlaces(content: DraftContent): Problem[] {
  const common = (file: string, place: Service | Cell) => [
    ...checkHours(file, place),
    ...checkPlaceSources(file, place),
    ...place.phones.flatMap(({ number }, index) => checkPhone(`${file} › phones[${index}].number`, number)),
  ];
  return [
    ...[...content.services].flatMap(([id, service]) => {
      const file = `src/content/services/${id}.yaml`;
      return [...common(file, service), ...checkConfidential(file, service)];
    }),
    ...[...content.cells].flatMap(([id, cell]) => {
      const file = `src/content/cells/${id}.yaml`;
      return [...common(file, cell), ...checkSeason(file, cell)];
    }),
  ];
}
