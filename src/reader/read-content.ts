import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load as parseYaml } from 'js-yaml';
import type { z } from 'zod';
import { Id } from '../model/id.ts';
import type { DraftContent, DraftProcedure } from '../model/content.ts';
import { LOCALES, type Locale } from '../model/locale.ts';
import { OrientationNode } from '../model/orientation.ts';
import { Paper } from '../model/paper.ts';
import { Cell, Service } from '../model/place.ts';
import { ProcedureFacts } from '../model/procedure.ts';
import type { Problem } from '../model/problem.ts';
import { Audience, CalendarYear, Category, Condition, GlossaryTerm, Notice, Province, Rule, Topic } from '../model/vocabulary.ts';
import { ProcedureWords, type WordsFile } from '../model/words.ts';

/** What was read, and what could not be. */
interface Reading<T> {
  value: T;
  problems: Problem[];
}

/** A file as an editor sees it: `src/content/…`, wherever the content lies. */
const shownPath = (path: string) => join('src/content', path);

/** Turns one file into data that its schema accepts, or says what is wrong in it. */
async function readData<S extends z.ZodType>(
  root: string,
  path: string,
  schema: S,
  text?: string,
): Promise<Reading<z.infer<S> | undefined>> {
  try {
    const result = schema.safeParse(parseYaml(text ?? (await readFile(join(root, path), 'utf8'))));
    if (result.success) return { value: result.data, problems: [] };
    return { value: undefined, problems: result.error.issues.map((issue) => schemaProblem(path, issue)) };
  } catch (error) {
    return { value: undefined, problems: [unreadable(path, error)] };
  }
}

function unreadable(path: string, error: unknown): Problem {
  const where = shownPath(path);
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    return { where, what: 'The file is missing.', mend: 'Add it: see docs/content-guide.md.' };
  const what = `The file is not valid YAML: ${error instanceof Error ? error.message : String(error)}`;
  return { where, what, mend: 'Quote texts that contain ": " or begin with { [ \' or ".' };
}

function schemaProblem(path: string, { path: field, message, code }: z.core.$ZodIssue): Problem {
  const name = field.reduce<string>(
    (whole, key) => (typeof key === 'number' ? `${whole}[${key}]` : whole ? `${whole}.${String(key)}` : String(key)),
    '',
  );
  const mend =
    code === 'unrecognized_keys'
      ? 'Correct the spelling or take the key away; docs/content-guide.md lists the fields.'
      : 'See docs/content-guide.md for what stands in this field.';
  return { where: `${shownPath(path)} › ${name || 'file'}`, what: `${message}.`.replace(/\.\.$/, '.'), mend };
}

async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  return entries.filter((name) => !name.startsWith('.')).sort();
}

async function readFolder<S extends z.ZodType>(root: string, folder: string, schema: S): Promise<Reading<Map<string, z.infer<S>>>> {
  const names = (await namesIn(join(root, folder))).filter((name) => name.endsWith('.yaml'));
  const readings = await Promise.all(
    names.map(async (name) => ({ id: name.replace(/\.yaml$/, ''), ...(await readData(root, join(folder, name), schema)) })),
  );
  return {
    value: new Map(readings.flatMap(({ id, value }): [string, z.infer<S>][] => (value === undefined ? [] : [[id, value]]))),
    problems: readings.flatMap(({ problems }) => problems),
  };
}

/**
 * Cuts a Markdown file.
 * @param text - The whole file.
 * @returns The YAML between the two `---` lines, and the Markdown below.
 */
export function splitFrontmatter(text: string): { frontmatter: string; body: string } {
  const [, frontmatter = '', body = ''] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(text) ?? [];
  return { frontmatter, body };
}

async function readWords(root: string, path: string): Promise<Reading<WordsFile | undefined>> {
  const { frontmatter, body } = splitFrontmatter(await readFile(join(root, path), 'utf8'));
  const { value, problems } = await readData(root, path, ProcedureWords, frontmatter);
  return { value: value && { data: value, body }, problems };
}

async function readProcedure(root: string, id: string): Promise<Reading<DraftProcedure | undefined>> {
  const folder = join('procedures', id);
  const names = await namesIn(join(root, folder));
  const facts = await readData(root, join(folder, 'facts.yaml'), ProcedureFacts);
  const present = LOCALES.filter((locale) => names.includes(`${locale}.md`));
  const words = await Promise.all(present.map(async (locale) => ({ locale, ...(await readWords(root, join(folder, `${locale}.md`))) })));
  const strays = names.filter((name) => name !== 'facts.yaml' && !present.some((locale) => name === `${locale}.md`));
  const problems = [
    ...facts.problems,
    ...words.flatMap(({ problems }) => problems),
    ...strays.map((name) => ({
      where: shownPath(join(folder, name)),
      what: 'A procedure has no such file.',
      mend: `It has facts.yaml and ${LOCALES.map((locale) => `${locale}.md`).join(', ')}.`,
    })),
  ];
  // Words that are there but not valid are reported as such, not as a missing language.
  if (facts.value === undefined || words.some(({ value }) => value === undefined)) return { value: undefined, problems };
  const byLocale: Partial<Record<Locale, WordsFile>> = Object.fromEntries(words.map(({ locale, value }) => [locale, value]));
  return { value: { id, facts: facts.value, words: byLocale }, problems };
}

async function readProcedures(root: string): Promise<Reading<Map<string, DraftProcedure>>> {
  const ids = await namesIn(join(root, 'procedures'));
  const readings = await Promise.all(ids.map((id) => readProcedure(root, id)));
  return {
    value: new Map(readings.flatMap(({ value }): [string, DraftProcedure][] => (value ? [[value.id, value]] : []))),
    problems: readings.flatMap(({ problems }) => problems),
  };
}

/** A file or folder is named after the id, which stands in a URL for good. */
function badIds(folder: string, ids: Iterable<string>): Problem[] {
  return [...ids]
    .filter((id) => !Id.safeParse(id).success)
    .map((id) => ({
      where: shownPath(join(folder, id)),
      what: `"${id}" cannot stand in an address.`,
      mend: 'Name it in English kebab-case: national-identity-card.',
    }));
}

/**
 * Reads the content from disk, each file by its schema.
 * @param root - The folder that holds `procedures/`, `papers/` …: `src/content`.
 * @returns What is valid, and a problem for each thing that is not. A folder that does not exist is empty.
 */
export async function readContent(root: string): Promise<{ content: DraftContent; problems: Problem[] }> {
  const parts = {
    procedures: await readProcedures(root),
    papers: await readFolder(root, 'papers', Paper),
    services: await readFolder(root, 'services', Service),
    cells: await readFolder(root, 'cells', Cell),
    notices: await readFolder(root, 'notices', Notice),
    orientation: await readFolder(root, 'orientation', OrientationNode),
    glossary: await readFolder(root, 'glossary', GlossaryTerm),
    rules: await readFolder(root, 'rules', Rule),
    topics: await readFolder(root, 'topics', Topic),
    audiences: await readFolder(root, 'audiences', Audience),
    categories: await readFolder(root, 'categories', Category),
    conditions: await readFolder(root, 'conditions', Condition),
    provinces: await readFolder(root, 'provinces', Province),
    calendar: await readFolder(root, 'calendar', CalendarYear),
  };
  return {
    content: {
      procedures: parts.procedures.value,
      papers: parts.papers.value,
      services: parts.services.value,
      cells: parts.cells.value,
      notices: parts.notices.value,
      orientation: parts.orientation.value,
      glossary: parts.glossary.value,
      rules: parts.rules.value,
      topics: parts.topics.value,
      audiences: parts.audiences.value,
      categories: parts.categories.value,
      conditions: parts.conditions.value,
      provinces: parts.provinces.value,
      calendar: parts.calendar.value,
    },
    problems: Object.entries(parts).flatMap(([folder, { value, problems }]) => [...problems, ...badIds(folder, value.keys())]),
  };
}

/**
 * Reads the days on which offices keep other hours, without the rest.
 * @param root - The folder that holds `calendar/`.
 * @returns The years that can be read; what is wrong in the others is reported with the rest of the content.
 */
export async function readCalendar(root: string): Promise<Map<string, CalendarYear>> {
  return (await readFolder(root, 'calendar', CalendarYear)).value;
}
