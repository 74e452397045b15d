import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { LocalizedText } from '../model/locale.ts';

const Names = z.record(z.string(), LocalizedText);

/** What things are called, and where the cells get their mail: written by the build, `data/desk.json`. */
export const DeskNames = z.object({
  procedures: Names,
  nodes: Names,
  conditions: Names,
  places: Names,
  provinces: Names,
  cells: z.record(z.string(), z.object({ mailbox: z.email().nullable(), province: z.string().nullable() })),
});
export type DeskNames = z.infer<typeof DeskNames>;

/**
 * Reads what the build has written.
 * @param path - Of `data/desk.json`.
 * @returns Names in the five languages.
 * @throws {Error} When the site was not built, or by another version.
 */
export async function readDeskNames(path: string): Promise<DeskNames> {
  return DeskNames.parse(JSON.parse(await readFile(path, 'utf8')));
}
