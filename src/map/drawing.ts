// Drawings of the region that are made when the site is built: they need no script.
import type { Geometry } from 'geojson';
import basemap from './data/basemap-low.json?raw';
import { drawn, HEIGHT, WIDTH } from './projection.ts';
import { layersOf } from './topology.ts';

/** What is drawn, from the ground up: the layer of the basemap, and the class of its lines. */
const LAYERS = ['land', 'oriental-provinces', 'lakes', 'rivers', 'roads', 'border'] as const;
const STYLE =
  '.sea{fill:#cfe3ea}.land{fill:#e7e4da}.oriental-provinces{fill:#fbf8f0;stroke:#a89f87;stroke-width:.7}.lakes{fill:#cfe3ea}' +
  '.rivers{fill:none;stroke:#8bb8c9}.roads{fill:none;stroke:#c99a5b;stroke-width:.8}.border{fill:none;stroke:#7c7663;stroke-dasharray:4 2}' +
  '@media(prefers-color-scheme:dark){.sea,.lakes{fill:#12303a}.land{fill:#1a2225}.oriental-provinces{fill:#232c2f;stroke:#59645f}' +
  '.rivers{stroke:#2f6377}.roads{stroke:#8a6a3f}.border{stroke:#8a8574}}';
/** Points nearer to each other than this are one, in units of the drawing. */
const NEAR = 1;
/** How far beyond the edge lines go on, in units. */
const BEYOND = 20;

const tenth = (length: number) => Math.round(length * 10) / 10;

type Line = readonly (readonly number[])[];

function pathOf(line: Line, isArea: boolean): string {
  const points: [number, number][] = [];
  for (const [lon = 0, lat = 0] of line) {
    const [x, y] = drawn({ lat, lon });
    const clipped: [number, number] = [Math.max(-BEYOND, Math.min(WIDTH + BEYOND, x)), Math.max(-BEYOND, Math.min(HEIGHT + BEYOND, y))];
    const last = points[points.length - 1];
    if (!last || Math.hypot(clipped[0] - last[0], clipped[1] - last[1]) >= NEAR) points.push(clipped);
  }
  if (points.length < (isArea ? 3 : 2)) return '';
  // Steps from point to point are short numbers, and compress better than places.
  const steps = points.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = points[index] ?? [0, 0];
    return `${tenth(x - fromX)} ${tenth(y - fromY)}`;
  });
  return `M${points[0]?.join(' ') ?? ''}l${steps.join(' ')}${isArea ? 'z' : ''}`;
}

function linesOf(geometry: Geometry): { lines: Line[]; isArea: boolean } {
  if (geometry.type === 'Polygon') return { lines: geometry.coordinates, isArea: true };
  if (geometry.type === 'MultiPolygon') return { lines: geometry.coordinates.flat(), isArea: true };
  if (geometry.type === 'LineString') return { lines: [geometry.coordinates], isArea: false };
  if (geometry.type === 'MultiLineString') return { lines: geometry.coordinates, isArea: false };
  return { lines: [], isArea: false };
}

/**
 * Draws the region: sea, land, provinces, rivers, main roads, border. Without names, which stand over it in the language of the page.
 * @returns An SVG file, `WIDTH` by `HEIGHT` units, light and dark.
 */
export function regionDrawing(): string {
  const layers = layersOf(JSON.parse(basemap));
  const drawings = LAYERS.map((name) => {
    const paths = (layers.get(name) ?? []).map(({ geometry }) => {
      const { lines, isArea } = linesOf(geometry);
      return lines.map((line) => pathOf(line, isArea)).join('');
    });
    return `<path class="${name}" d="${paths.join('')}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}"><style>${STYLE}</style><path class="sea" d="M0 0H${WIDTH}V${HEIGHT}H0Z"/>${drawings.join('')}</svg>`;
}
