// What procedures, outcomes, conditions and cells are called: fetched only where a request names one.
export const LABELLED = ['node', 'procedures', 'conditions', 'cell'] as const;
/** Under which key the file has them. */
const KEYS: Record<string, string> = { node: 'nodes', procedures: 'procedures', conditions: 'conditions', cell: 'cells' };

/** In the language of the page, in French, in Arabic. */
type Name = readonly string[];
type Names = (field: string, id: string) => Name | undefined;

let loading: Promise<Names> | undefined;

function at(data: unknown, key: string): unknown {
  return typeof data === 'object' && data !== null ? new Map<string, unknown>(Object.entries(data)).get(key) : undefined;
}

/**
 * Fetches the names.
 * @param form - Knows their address.
 * @returns Names by field and id; none where they are not to be had.
 */
export function namesFor(form: HTMLFormElement): Promise<Names> {
  loading ??= fetch(form.dataset['names'] ?? '')
    .then((answer): Promise<unknown> => answer.json())
    .catch(() => undefined)
    .then((data) => (field: string, id: string) => {
      const name = at(at(data, KEYS[field] ?? ''), id);
      return Array.isArray(name) ? name.map(String) : undefined;
    });
  return loading;
}
