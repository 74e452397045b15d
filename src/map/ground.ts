// The ground under the places: provinces, coast, rivers, roads, drawn on a canvas from our own files, finer the nearer one looks.
import type { Feature } from 'geojson';
import { canvas, type GeoJSON, geoJSON, latLngBounds, LayerGroup, type Map as LeafletMap, type PathOptions } from 'leaflet';
import fine from './data/basemap.json?url';
import coarse from './data/basemap-low.json?url';
import streetIndex from './data/streets-index.json';
import { readNames } from './name-list.ts';
import { NameLayer } from './names.ts';
import { layersOf } from './topology.ts';

/** From which zoom on the finer ground, and the streets of a town, are fetched. */
const FINE_FROM = 9;
const STREETS_FROM = 14;
const STREETS = import.meta.glob<string>('./data/streets/*.json', { query: '?url', import: 'default', eager: true });

type Colours = (name: string) => string;

/** How a layer is drawn; lines of a class that has no width of its own are drawn thin. */
function styleOf(layer: string, properties: unknown, colour: Colours): PathOptions {
  const kind = typeof properties === 'object' && properties !== null && 'c' in properties ? String(properties.c) : '';
  const area = (name: string): PathOptions => ({ stroke: false, fillColor: colour(name), fillOpacity: 1 });
  const line = (name: string, weight: number, rest: PathOptions = {}): PathOptions => ({
    color: colour(name),
    weight,
    fill: false,
    ...rest,
  });
  const styles: Record<string, PathOptions> = {
    land: area('land'),
    'oriental-provinces': { color: colour('limit'), weight: 1, fillColor: colour('region'), fillOpacity: 1 },
    urban: area('urban'),
    lakes: area('sea'),
    rivers: line('river', 1.2),
    rail: line('limit', 1, { dashArray: '6 3' }),
    roads: line('road', { motorway: 3, trunk: 2.4, primary: 1.8 }[kind] ?? 1.1),
    border: line('border', 1.4, { dashArray: '6 4' }),
    streets: line('street', { 1: 2.4, 2: 1.8, 3: 1.2 }[kind] ?? 0.8),
  };
  return styles[layer] ?? area('land');
}

const ORDER = ['land', 'oriental-provinces', 'urban', 'lakes', 'rivers', 'streets', 'rail', 'roads', 'border'];

async function fetched(address: string): Promise<unknown> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}

/**
 * Draws the ground, and the names on it.
 * @param map - The map.
 * @param labels - Address of the names.
 * @returns When the ground that one sees first is drawn.
 * @throws {Error} Where its file is not to be had or is damaged.
 */
export async function addGround(map: LeafletMap, labels: string): Promise<void> {
  map.createPane('ground').style.zIndex = '200';
  const renderer = canvas({ pane: 'ground', padding: 0.5 });
  const drawn: { layer: string; shapes: GeoJSON }[] = [];
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const colours = (): Colours => {
    const style = getComputedStyle(map.getContainer());
    return (name) => style.getPropertyValue(`--map-${name}`).trim();
  };

  const draw = (layers: ReadonlyMap<string, Feature[]>): LayerGroup => {
    const colour = colours();
    const group = new LayerGroup();
    for (const layer of ORDER) {
      const features = layers.get(layer);
      if (!features) continue;
      const shapes = geoJSON(features, {
        pane: 'ground',
        interactive: false,
        style: (feature) => ({ renderer, ...styleOf(layer, feature?.properties, colour) }),
      });
      drawn.push({ layer, shapes });
      group.addLayer(shapes);
    }
    return group;
  };

  dark.addEventListener('change', () => {
    const colour = colours();
    for (const { layer, shapes } of drawn) shapes.setStyle((feature) => styleOf(layer, feature?.properties, colour));
  });

  const [ground, names] = await Promise.all([fetched(coarse), fetched(labels).catch(() => [])]);
  let shown = draw(layersOf(ground)).addTo(map);
  new NameLayer(readNames(names), dark).addTo(map);

  let finer: Promise<LayerGroup> | undefined;
  const streets = new Map<string, Promise<void>>();
  const refine = () => {
    if (map.getZoom() < FINE_FROM) return;
    // A failure leaves the coarser ground, and is tried again.
    finer ??= fetched(fine)
      .then((data) => {
        const group = draw(layersOf(data)).addTo(map);
        shown.remove();
        shown = group;
        return group;
      })
      .catch((error: unknown) => {
        finer = undefined;
        throw error;
      });
    finer.catch(() => undefined);
    if (map.getZoom() >= STREETS_FROM) void finer.then(addStreets, () => undefined);
  };
  const addStreets = () => {
    for (const { id, bbox } of streetIndex) {
      const [west = 0, south = 0, east = 0, north = 0] = bbox;
      const address = STREETS[`./data/streets/${id}.json`];
      if (!address || streets.has(id) || !map.getBounds().intersects(latLngBounds([south, west], [north, east]))) continue;
      const adding = fetched(address).then((data) => {
        draw(new Map([['streets', [...layersOf(data).values()].flat()]])).addTo(map);
      });
      streets.set(
        id,
        adding.catch(() => void streets.delete(id)),
      );
    }
  };
  map.on('zoomend moveend', refine);
  refine();
}
