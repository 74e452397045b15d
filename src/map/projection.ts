/** A point of the Earth, in degrees, WGS 84. */
export interface Place {
  lat: number;
  lon: number;
}

/** The part of the Earth that drawings show, in degrees. */
const WEST = -4.45;
const EAST = -0.8;
const NORTH = 35.5;
const SOUTH = 31.6;
/** Width of a drawing, in its own units. */
export const WIDTH = 400;

/** Web Mercator, as the map in the browser uses it. */
const mercator = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
const unit = WIDTH / (((EAST - WEST) * Math.PI) / 180);
/** Height of a drawing, in its own units. */
export const HEIGHT = Math.round((mercator(NORTH) - mercator(SOUTH)) * unit);

/**
 * Where a point stands in a drawing of the region.
 * @param place - In degrees; may lie outside.
 * @returns x to the right and y down, to a tenth of a unit.
 */
export function drawn({ lat, lon }: Place): [x: number, y: number] {
  const x = ((lon - WEST) * Math.PI * unit) / 180;
  const y = (mercator(NORTH) - mercator(lat)) * unit;
  return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
}

/** Mean radius of the Earth in kilometres (IUGG). */
const EARTH = 6371;

/**
 * How far it is as the crow flies.
 * @param from - A point.
 * @param to - Another.
 * @returns Kilometres, by the haversine formula.
 */
export function kilometres(from: Place, to: Place): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const across = Math.sin(rad(to.lat - from.lat) / 2) ** 2;
  const along = Math.cos(rad(from.lat)) * Math.cos(rad(to.lat)) * Math.sin(rad(to.lon - from.lon) / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(across + along)));
}

/** Some way round the region: whoever is farther off has no nearest office here. */
const MARGIN = 0.7;

/**
 * Whether a position is in the region or near it.
 * @param place - Of a visitor.
 * @returns False where distances to its offices say nothing.
 */
export function isNearRegion({ lat, lon }: Place): boolean {
  return lat > SOUTH - MARGIN && lat < NORTH + MARGIN && lon > WEST - MARGIN && lon < EAST + MARGIN;
}

/**
 * Whether something is a point of the Earth.
 * @param value - May be anything.
 * @returns True for an object with numbers as `lat` and `lon`.
 */
export function isPlace(value: unknown): value is Place {
  return (
    typeof value === 'object' &&
    value !== null &&
    'lat' in value &&
    'lon' in value &&
    typeof value.lat === 'number' &&
    typeof value.lon === 'number'
  );
}
