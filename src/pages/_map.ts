import type { Locale } from '../model/locale.ts';
import { readPhone } from '../model/phone.ts';
import { weeklyHours } from '../model/opening-hours.ts';
import type { Cell, Service } from '../model/place.ts';
import { content, inOrder } from './_site.ts';
import { closuresOf } from './_places.ts';

/** What the map and its list say of a place. */
function mapPlace(path: string, place: Cell | Service, locale: Locale) {
  const kind = 'category' in place ? place.category : 'cells';
  const isUnsure = 'status' in place && place.status !== 'confirmed';
  // Nothing proves that a cell to be confirmed is there at all, and a seasonal one keeps no week.
  const hasHours = !('level' in place) || (!isUnsure && place.level !== 'seasonal');
  return {
    path,
    kind,
    name: place.name[locale],
    town: place.commune?.[locale],
    address: place.address?.text[locale],
    position: place.position,
    isUnsure,
    week: hasHours && place.hours ? weeklyHours(place.hours.osm) : undefined,
    basis: place.hours?.basis ?? 'posted',
    closures: closuresOf(path),
    phone: place.phones.map(({ number }) => readPhone(number)).find((phone) => phone !== undefined),
    audiences: place.audiences,
    provinces: place.provinces,
    languages: place.languages,
    isStepFree: place.stepFree === true,
  };
}

/** One place of the map. */
export type MapPlace = ReturnType<typeof mapPlace>;

/**
 * Lists every place that may be shown: a confidential one is not there.
 * @param locale - Of the words.
 * @returns Cells first, those that are confirmed before the others.
 */
export function mapPlaces(locale: Locale): MapPlace[] {
  const cells = [...content.cells].map(([id, cell]) => mapPlace(`cells/${id}`, cell, locale));
  const services = [...content.services].filter(([, { confidential }]) => !confidential);
  return [
    ...cells.sort((one, other) => Number(one.isUnsure) - Number(other.isUnsure)),
    ...services.map(([id, service]) => mapPlace(`services/${id}`, service, locale)),
  ];
}

/**
 * Puts places under the provinces in which they are.
 * @param places - Of `mapPlaces`.
 * @param locale - Of the names.
 * @returns The provinces in order, each with the places of it alone; last those of several provinces, under no id.
 */
export function byProvince(places: readonly MapPlace[], locale: Locale) {
  const alone = ({ provinces }: MapPlace) => provinces.length === 1;
  return [
    ...inOrder(content.provinces).map(([id, { name }]) => ({
      id,
      name: name[locale],
      places: places.filter((place) => alone(place) && place.provinces.includes(id)),
    })),
    { id: 'region', name: undefined, places: places.filter((place) => !alone(place)) },
  ];
}
