// The places on the map: gathered where they are dense, and listed where several share a point.
import { divIcon, type LatLngExpression, LayerGroup, type Map as LeafletMap, marker, type Marker, type PopupOptions } from 'leaflet';
import Supercluster from 'supercluster';

/** Marks nearer to each other than a finger are gathered, in pixels. */
const RADIUS = 44;
const MOST_ZOOM = 16;
/** Large enough for a finger. */
const TARGET: [number, number] = [44, 44];
/** Beside the buttons of the map, on the narrowest phones too. */
const POPUP: PopupOptions = { maxWidth: 240, autoPanPaddingTopLeft: [10, 10], autoPanPaddingBottomRight: [10, 10] };
/** How many places of one point are listed. */
const LISTED = 100;

/** What the map does with the list of places. */
interface Marks {
  refresh: () => void;
  show: (item: HTMLElement, zoom: number) => void;
  here: (at: LatLngExpression) => Marker;
}

interface Found {
  index: number;
}

function pointOf({ dataset }: HTMLElement): [lon: number, lat: number] | undefined {
  const [lat, lon] = (dataset['at'] ?? '').split(',').map(Number);
  return lat && lon ? [lon, lat] : undefined;
}

const nameOf = (item: HTMLElement) => item.querySelector('a')?.textContent.trim() ?? '';

function classesOf({ dataset }: HTMLElement): string {
  const isCell = dataset['kind'] === 'cells';
  return ['mark', isCell ? 'cell' : 'office', dataset['town'] !== undefined && 'town', dataset['unsure'] !== undefined && 'unsure']
    .filter(Boolean)
    .join(' ');
}

/** What a tap shows: what the list says of the place. */
function cardOf(item: HTMLElement, townOnly: string): HTMLElement {
  const card = document.createElement('div');
  card.append(...Array.from(item.cloneNode(true).childNodes));
  if (item.dataset['town'] !== undefined) {
    const note = document.createElement('small');
    note.textContent = townOnly;
    card.append(note);
  }
  return card;
}

function listOf(items: readonly HTMLElement[], townOnly: string): HTMLElement {
  const list = document.createElement('ul');
  list.className = 'several';
  for (const item of items) {
    const entry = document.createElement('li');
    const link = item.querySelector('a')?.cloneNode(true);
    if (link) entry.append(link);
    list.append(entry);
  }
  const note = document.createElement('small');
  note.textContent = townOnly;
  const card = document.createElement('div');
  card.append(list, ...(items.some(({ dataset }) => dataset['town'] !== undefined) ? [note] : []));
  return card;
}

/**
 * Puts the places on the map.
 * @param map - The map.
 * @param items - The list of places: what is hidden there is not shown.
 * @param townOnly - Says that only the centre of the town is known.
 * @returns To be told when the list has changed, to show one place, and to mark where the visitor is.
 */
export function addMarks(map: LeafletMap, items: readonly HTMLElement[], townOnly: string): Marks {
  const shown = new LayerGroup().addTo(map);
  let places = new Supercluster<Found>({ radius: RADIUS, maxZoom: MOST_ZOOM });

  const placeMark = (item: HTMLElement, at: LatLngExpression): Marker =>
    marker(at, {
      title: nameOf(item),
      alt: nameOf(item),
      icon: divIcon({ className: 'target', html: `<i class="${classesOf(item)}"></i>`, iconSize: TARGET }),
    }).bindPopup(() => cardOf(item, townOnly), POPUP);

  const clusterMark = (id: number, count: number, at: LatLngExpression): Marker => {
    const number = new Intl.NumberFormat(document.documentElement.lang).format(count);
    const mark = marker(at, {
      title: number,
      alt: number,
      icon: divIcon({ className: 'target', html: `<i class="cluster">${number}</i>`, iconSize: TARGET }),
    });
    return mark.on('click', () => {
      const zoom = places.getClusterExpansionZoom(id);
      if (zoom <= MOST_ZOOM) {
        map.setView(at, zoom);
        return;
      }
      // They share a point: no zoom would part them.
      const same = places.getLeaves(id, LISTED).flatMap(({ properties: { index } }) => items[index] ?? []);
      mark
        .unbindPopup()
        .bindPopup(listOf(same, townOnly), { ...POPUP, maxHeight: 260 })
        .openPopup();
    });
  };

  const draw = () => {
    const bounds = map.getBounds().pad(0.3);
    const marks = places
      .getClusters([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()], Math.floor(map.getZoom()))
      .flatMap(({ properties, geometry: { coordinates } }) => {
        const [lon = 0, lat = 0] = coordinates;
        if ('cluster' in properties) return [clusterMark(properties.cluster_id, properties.point_count, [lat, lon])];
        const item = items[properties.index];
        return item ? [placeMark(item, [lat, lon])] : [];
      });
    shown.clearLayers();
    for (const mark of marks) shown.addLayer(mark);
  };

  const refresh = () => {
    places = new Supercluster<Found>({ radius: RADIUS, maxZoom: MOST_ZOOM }).load(
      items.flatMap((item, index) => {
        const point = item.hidden ? undefined : pointOf(item);
        return point ? [{ type: 'Feature', properties: { index }, geometry: { type: 'Point', coordinates: point } } as const] : [];
      }),
    );
    draw();
  };
  refresh();
  // A popup moves the map a little: its marks must stand, or the popup would go with its mark.
  let drawnAt = '';
  map.on('moveend', () => {
    const at = `${Math.floor(map.getZoom())} ${map.getBounds().toBBoxString()}`;
    if (at === drawnAt || document.querySelector('.leaflet-popup')) return;
    drawnAt = at;
    draw();
  });
  map.on('popupclose', draw);

  return {
    refresh,
    show: (item, zoom) => {
      const point = pointOf(item);
      if (!point) return;
      const at: LatLngExpression = [point[1], point[0]];
      map.setView(at, zoom, { animate: false });
      placeMark(item, at).addTo(map).openPopup();
    },
    here: (at) => marker(at, { interactive: false, keyboard: false, icon: divIcon({ className: 'here', iconSize: [18, 18] }) }),
  };
}
