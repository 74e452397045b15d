// The map itself: fetched when it is seen. The ground is drawn from the portal's own files; no tile server is asked.
import { control, type LatLngExpression, type Map as LeafletMap, map as makeMap, type Marker, tileLayer } from 'leaflet';
import { addGround } from './ground.ts';
import { addMarks } from './marks.ts';
import { isPlace } from './projection.ts';

/** All of the region, seen first: south-west and north-east corners. */
const REGION: [[number, number], [number, number]] = [
  [32, -3.6],
  [35.45, -1.1],
];
/** Nobody needs the rest of the world. */
const BOUNDS: [[number, number], [number, number]] = [
  [30, -7],
  [37, 2],
];
const NEAR = 12;

function hasCanvas(): boolean {
  return document.createElement('canvas').getContext('2d') !== null;
}

function addControls(map: LeafletMap, { dataset }: HTMLElement): void {
  control
    .zoom({
      position: document.dir === 'rtl' ? 'topleft' : 'topright',
      zoomInTitle: dataset['zoomIn'] ?? '',
      zoomOutTitle: dataset['zoomOut'] ?? '',
    })
    .addTo(map);
  const link = document.createElement('a');
  link.href = 'https://www.openstreetmap.org/copyright';
  link.textContent = dataset['attribution'] ?? '';
  control
    .attribution({ position: document.dir === 'rtl' ? 'bottomright' : 'bottomleft', prefix: false })
    .addAttribution(link.outerHTML)
    .addTo(map);
  // Only where an administrator has chosen a tile server.
  const tiles = dataset['tiles'];
  if (tiles) tileLayer(tiles, { maxZoom: 18 }).addTo(map);
}

/**
 * Opens the map.
 * @param section - Where it stands: has `data-canvas` within, and the words that it needs.
 * @param items - The list of places: what is hidden there is not shown here either.
 * @param changes - Tells of a change of the list (`change`) and of a place to start from (`origin`).
 * @param labels - Address of the names.
 * @throws {Error} Where the browser cannot draw it: the list says the same.
 */
export async function openMap(section: HTMLElement, items: readonly HTMLElement[], changes: EventTarget, labels: string): Promise<void> {
  const box = section.querySelector<HTMLElement>('[data-canvas]');
  if (!box || !hasCanvas()) throw new Error('This browser has no canvas.');
  box.replaceChildren();
  const map = makeMap(box, { zoomControl: false, attributionControl: false, maxBounds: BOUNDS, minZoom: 6, maxZoom: 17, zoomSnap: 0.5 });
  map.fitBounds(REGION, { animate: false });
  addControls(map, section);
  const marks = addMarks(map, items, section.dataset['townOnly'] ?? '');
  changes.addEventListener('change', marks.refresh);
  let here: Marker | undefined;
  changes.addEventListener('origin', (event) => {
    const place: unknown = event instanceof CustomEvent ? event.detail : undefined;
    if (!isPlace(place)) return;
    const at: LatLngExpression = [place.lat, place.lon];
    here?.remove();
    here = marks.here(at).addTo(map);
    map.setView(at, NEAR);
  });
  const target = items.find(({ id }) => id === decodeURIComponent(location.hash.slice(1)));
  if (target) marks.show(target, NEAR);
  await addGround(map, labels).catch(() => {
    const message = section.querySelector<HTMLElement>('[data-say="no-ground"]');
    if (message) message.hidden = false;
  });
}
