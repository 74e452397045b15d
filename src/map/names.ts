// Names on the map: none lies over another, the more important first, each in the script of the page.
import { DomUtil, Layer, type Map as LeafletMap } from 'leaflet';
import type { Name } from './name-list.ts';
import { RANK } from './rank.ts';

/** From which zoom on, and up to which, names of a rank are shown. */
const SHOWN: Record<number, [from: number, until: number]> = {
  [RANK.province]: [7.5, 9],
  [RANK.seat]: [6.5, 20],
  [RANK.city]: [8, 20],
  [RANK.town]: [9, 20],
  [RANK.village]: [11, 20],
};
const SIZE: Record<number, string> = { [RANK.province]: '600 14px', [RANK.seat]: '600 14px', [RANK.city]: '600 13px', [RANK.town]: '13px' };
/** Room round a name, in pixels. */
const MARGIN = 3;
/** How far above its point a name stands: clear of the mark of many places, and of one. */
const ABOVE_MARK = 27;
const ABOVE = 17;

/** Draws names over the ground and under the places. */
export class NameLayer extends Layer {
  private readonly canvas = document.createElement('canvas');
  private map: LeafletMap | undefined;

  constructor(
    private readonly names: readonly Name[],
    private readonly dark: MediaQueryList,
  ) {
    super();
  }

  override onAdd(map: LeafletMap): this {
    this.map = map;
    map.createPane('names').style.zIndex = '450';
    const pane = map.getPane('names');
    if (pane) {
      pane.style.pointerEvents = 'none';
      pane.append(this.canvas);
    }
    this.canvas.className = 'leaflet-zoom-hide';
    map.on('moveend zoomend resize viewreset', () => {
      this.draw();
    });
    this.dark.addEventListener('change', () => {
      this.draw();
    });
    // The face of Tifinagh may come later than the map.
    void document.fonts.ready.then(() => {
      this.draw();
    });
    this.draw();
    return this;
  }

  private draw(): void {
    const { map, canvas } = this;
    const pen = canvas.getContext('2d');
    if (!map || !pen) return;
    const { x: width, y: height } = map.getSize();
    const ratio = window.devicePixelRatio;
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    DomUtil.setPosition(canvas, map.containerPointToLayerPoint([0, 0]));
    pen.scale(ratio, ratio);
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.lineWidth = 3;
    pen.lineJoin = 'round';
    const style = getComputedStyle(map.getContainer());
    const colour = (name: string) => style.getPropertyValue(`--map-${name}`).trim();
    pen.strokeStyle = colour('halo');
    const written = new Set<string>();
    const taken: [number, number, number, number][] = [];
    for (const { text, lat, lon, rank } of this.names) {
      const [from, until] = SHOWN[rank] ?? [12, 20];
      if (map.getZoom() < from || map.getZoom() > until) continue;
      // "Nador" in the province of Nador is said once.
      if (rank === RANK.province && [...written].some((other) => text.startsWith(other))) continue;
      const { x, y } = map.latLngToContainerPoint([lat, lon]);
      if (x < 0 || y < 0 || x > width || y > height) continue;
      pen.font = `${SIZE[rank] ?? '12px'} ${style.fontFamily}`;
      const half = pen.measureText(text).width / 2 + MARGIN;
      // Above the point, where the mark of a place does not cover it.
      const top = rank === RANK.province ? y : y - (rank < RANK.town ? ABOVE_MARK : ABOVE);
      const box: [number, number, number, number] = [x - half, top - 10, x + half, top + 10];
      const isCut = box[0] < 0 || box[2] > width;
      if (isCut || taken.some(([left, up, right, down]) => box[0] < right && box[2] > left && box[1] < down && box[3] > up)) continue;
      taken.push(box);
      written.add(text);
      pen.fillStyle = colour(rank === RANK.province ? 'province-name' : 'name');
      pen.strokeText(text, x, top);
      pen.fillText(text, x, top);
    }
  }
}
