import type { APIRoute } from 'astro';
import { traitsOf } from '../../../../i18n/locales.ts';
import { escapeHtml } from '../../../../i18n/words.ts';
import { localeOf, View } from '../../../../model/locale.ts';
import { drawGraph } from '../../../../model/orientation-drawing.ts';
import { content, pathsOfViews } from '../../../_site.ts';

export const getStaticPaths = pathsOfViews;

const COLUMN = 330;
const ROW = 22;
const MARGIN = 16;
/** Letters that fit between two columns. */
const FIT = 44;

const short = (text: string) => (text.length > FIT ? `${text.slice(0, FIT - 1)}…` : text);

/** The graph as a drawing, to be printed on a large sheet: what one answers stands on the lines, outcomes at the end. */
export const GET: APIRoute = ({ params }) => {
  const view = View.parse(params['view']);
  const locale = localeOf(view);
  const { direction } = traitsOf(view);
  const { nodes, lines, columns, rows } = drawGraph(content.orientation);
  const width = columns * COLUMN + 2 * MARGIN;
  // In a right-to-left language the tree grows to the left.
  const x = (column: number) => (direction === 'rtl' ? width - MARGIN - column * COLUMN : MARGIN + column * COLUMN);
  const y = (row: number) => MARGIN + row * ROW + ROW / 2;
  const far = direction === 'rtl' ? -(COLUMN - 20) : COLUMN - 20;
  const paths = lines.map(({ from, to }) => `<path d="M${x(from.column) + far} ${y(from.row)}H${x(to.column) - far / 30}V${y(to.row)}"/>`);
  const labels = nodes.map(({ id, column, row }) => {
    const node = content.orientation.get(id);
    const text = node?.kind === 'question' ? node.text[locale] : (node?.title[locale] ?? id);
    return `<text x="${x(column)}" y="${y(row) + 5}" class="${node?.kind ?? ''}"><title>${escapeHtml(text)}</title>${escapeHtml(short(text))}</text>`;
  });
  const style =
    'text{font:14px system-ui,sans-serif;fill:#11333a}.question{font-weight:700}.outcome{fill:#0b6650}path{fill:none;stroke:#c9b98f}svg{background:#fffdf7}';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${rows * ROW + 2 * MARGIN}" direction="${direction}" lang="${traitsOf(view).tag}"><style>${style}</style>${paths.join('')}${labels.join('')}</svg>\n`;
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } });
};
