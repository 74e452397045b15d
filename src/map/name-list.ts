import { RANK } from './rank.ts';

/** A name on the map. */
export interface Name {
  text: string;
  lat: number;
  lon: number;
  rank: number;
}

function readName(item: unknown): Name[] {
  if (!Array.isArray(item)) return [];
  const parts: readonly unknown[] = item;
  const [text, lat, lon, rank] = parts;
  return typeof text === 'string' && typeof lat === 'number' && typeof lon === 'number' && typeof rank === 'number'
    ? [{ text, lat, lon, rank }]
    : [];
}

/**
 * Reads the file of names.
 * @param data - As it was fetched; may be anything.
 * @returns What is a name in it, the most important first. A province often has the name of its seat, which is the one to be
 *   found: provinces come last.
 */
export function readNames(data: unknown): Name[] {
  if (!Array.isArray(data)) return [];
  return data.flatMap(readName).sort((one, other) => (one.rank || RANK.village) - (other.rank || RANK.village));
}
