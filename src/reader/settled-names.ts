import { readFile } from 'node:fs/promises';
import { load as parseYaml } from 'js-yaml';
import { type SettledName, SettledNames } from '../model/settled-name.ts';

/**
 * Reads what administrations, papers and statuses are called.
 * @param file - `docs/glossary.yaml`.
 * @returns One entry a name.
 * @throws {z.ZodError} When an entry lacks a language: the message names it.
 */
export async function readSettledNames(file: string): Promise<SettledName[]> {
  return SettledNames.parse(parseYaml(await readFile(file, 'utf8')));
}
