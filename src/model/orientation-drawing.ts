import { type Graph, START } from './orientation.ts';

/** A place in the drawing, in columns of questions and rows of outcomes. */
interface Place {
  column: number;
  row: number;
}

/** A tree to be drawn: where each node stands, and which are joined. */
export interface Drawing {
  nodes: (Place & { id: string })[];
  lines: { from: Place; to: Place }[];
  columns: number;
  rows: number;
}

/**
 * Places the nodes of the guided questions for a drawing.
 * @param graph - All nodes.
 * @returns One row for each outcome; a question stands in the row of its first answer. A node that several questions lead to is
 *   drawn where it is first met, and `otherwise` is left out: it would join everything to a few nodes.
 */
export function drawGraph(graph: Graph): Drawing {
  const nodes: Drawing['nodes'] = [];
  const lines: Drawing['lines'] = [];
  const met = new Set<string>();
  let row = 0;
  const draw = (id: string, column: number): Place => {
    met.add(id);
    const place = { column, row };
    nodes.push({ id, ...place });
    const node = graph.get(id);
    const next = node?.kind === 'question' ? node.answers.map(({ to }) => to).filter((to) => !met.has(to)) : [];
    for (const [index, to] of next.entries()) {
      if (index > 0) row += 1;
      lines.push({ from: place, to: draw(to, column + 1) });
    }
    return place;
  };
  draw(START, 0);
  for (const [id, node] of graph) {
    if (node.kind !== 'outcome' || met.has(id)) continue;
    row += 1;
    draw(id, 0);
  }
  return { nodes, lines, columns: 1 + Math.max(...nodes.map(({ column }) => column)), rows: row + 1 };
}
