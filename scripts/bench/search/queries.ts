import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../../../src/model/locale.ts';

/** A query as people type it, and what it must find. */
export interface Query {
  text: string;
  /** Right answers: ids of procedures, or `services/…`, `cells/…`. */
  right: string[];
  kind: string;
}

const FOLDER = 'tests/search/queries';

/**
 * Reads the queries of a language.
 * @param locale - Of the page on which they are typed.
 * @param half - `tuning`: those that the search was tuned on. `heldout`: those that it has not seen.
 * @returns In the order of the file; none where there is no file.
 */
export function readQueries(locale: Locale, half: 'tuning' | 'heldout'): Query[] {
  const file = join(FOLDER, `${locale}${half === 'heldout' ? '.heldout' : ''}.tsv`);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => {
      const [text = '', ids = '', kind = 'plain'] = line.split('\t');
      return {
        text,
        right: ids
          .trim()
          .split(/\s+/)
          .map((id) => (id.includes('/') ? id : `procedures/${id}`)),
        kind: kind.trim(),
      };
    });
}
