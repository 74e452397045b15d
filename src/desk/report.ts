import type { Selectable } from 'kysely';
import type { Tables } from './database.ts';
import type { DeskNames } from './names.ts';

const HOUR = 3_600_000;
/** A group of fewer people could be recognised: it is counted with others. */
const FEWEST = 5;
/** The line of what was merged. */
const OTHERS = 'fewer than 5 each';

type Row = Selectable<Tables['requests']>;

/** One line of a report. */
export interface ReportLine {
  group: string;
  value: string;
  count: number;
}

/** Coordination reads French. */
const nameOf = (names: DeskNames['places'], id: string) => names[id]?.fr ?? id;

/** How one of the groups is read from a request. */
const GROUPS: Record<string, (row: Row, names: DeskNames) => readonly string[]> = {
  province: ({ cell }, { cells, provinces }) => [nameOf(provinces, cells[cell]?.province ?? 'several')],
  cell: ({ cell }, { places }) => [nameOf(places, cell)],
  // The first part of a node says for whom it is: mre, back, foreigner.
  audience: ({ node }) => [node?.split('-')[0] ?? 'unknown'],
  need: ({ node }, { nodes }) => [node ? nameOf(nodes, node) : 'without questions'],
  procedure: ({ procedures }, names) => {
    const ids: unknown = JSON.parse(procedures);
    return Array.isArray(ids) ? ids.map((id) => nameOf(names.procedures, String(id))) : [];
  },
  page: ({ locale }) => [locale],
  language: ({ language }) => [language],
  channel: ({ channel }) => [channel],
  state: ({ state }) => [state],
};

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Small groups together; where even together they are few, they are left out. */
function merged(group: string, counts: ReadonlyMap<string, number>): ReportLine[] {
  const lines = [...counts].map(([value, count]) => ({ group, value, count })).sort((one, other) => other.count - one.count);
  const large = lines.filter(({ count }) => count >= FEWEST);
  const rest = lines.filter(({ count }) => count < FEWEST).reduce((sum, { count }) => sum + count, 0);
  return rest >= FEWEST ? [...large, { group, value: OTHERS, count: rest }] : large;
}

/**
 * Counts the requests of a period: how many, about what, how quickly. Counts only, nothing by which a person is known.
 * @param rows - Requests of the period; their content is not read.
 * @param names - What cells, provinces and needs are called.
 * @returns Lines by group, the largest first; hours are medians.
 */
export function reportOf(rows: readonly Row[], names: DeskNames): ReportLine[] {
  const groups = Object.entries(GROUPS).flatMap(([group, valuesOf]) => {
    const counts = new Map<string, number>();
    for (const value of rows.flatMap((row) => valuesOf(row, names))) counts.set(value, (counts.get(value) ?? 0) + 1);
    return merged(group, counts);
  });
  const hours = (moment: (row: Row) => number | null) =>
    rows.flatMap((row) => {
      const at = moment(row);
      return at === null ? [] : [(at - row.created) / HOUR];
    });
  const line = (value: string, times: readonly number[]): ReportLine[] =>
    times.length >= FEWEST ? [{ group: 'median hours', value, count: Math.round(median(times) * 10) / 10 }] : [];
  return [
    { group: 'requests', value: 'all', count: rows.length },
    ...line(
      'to taken',
      hours(({ taken }) => taken),
    ),
    ...line(
      'to answered',
      hours(({ answered }) => answered),
    ),
    ...groups,
  ];
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/**
 * Writes a report for a spreadsheet.
 * @param lines - Of `reportOf`.
 * @returns CSV (RFC 4180).
 */
export function reportAsCsv(lines: readonly ReportLine[]): string {
  return ['group,value,count', ...lines.map(({ group, value, count }) => `${quoted(group)},${quoted(value)},${count}`)].join('\r\n');
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/**
 * Writes a report to be printed.
 * @param lines - Of `reportOf`.
 * @param title - With the period.
 * @returns An HTML page with a bar for each count.
 */
export function reportAsHtml(lines: readonly ReportLine[], title: string): string {
  const groups = Map.groupBy(lines, ({ group }) => group);
  const tables = [...groups].map(([group, some]) => {
    const most = Math.max(...some.map(({ count }) => count), 1);
    const rows = some.map(
      ({ value, count }) =>
        `<tr><th scope="row">${escaped(value)}</th><td>${count}</td><td><svg width="200" height="12" aria-hidden="true"><rect width="${Math.round((200 * count) / most)}" height="12" fill="#0b6650"/></svg></td></tr>`,
    );
    return `<h2>${escaped(group)}</h2><table>${rows.join('')}</table>`;
  });
  const style = 'body{font-family:sans-serif;max-width:45rem;margin:2rem auto}th{text-align:start;font-weight:400;padding-inline-end:1rem}';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style><h1>${escaped(title)}</h1>${tables.join('')}</html>`;
}
