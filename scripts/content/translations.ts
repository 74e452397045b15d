// npm run translations                              what is missing, stale, or made by a machine and not yet reviewed
// npm run translations -- --stamp <id> <locale>     records that a translation says what its origin says today
// npm run translations -- --stamp-new               stamps the translations that were never stamped: they are new
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isNode, parseDocument } from 'yaml';
import type { DraftProcedure } from '../../src/model/content.ts';
import { freshness, stamp } from '../../src/model/freshness.ts';
import { Locale, LOCALES } from '../../src/model/locale.ts';
import { formatProblems } from '../../src/model/problem.ts';
import { readContent, splitFrontmatter } from '../../src/reader/read-content.ts';

const ROOT = 'src/content';

/** The state of one translation, as the list of work shows it. */
function stateOf({ words }: DraftProcedure, locale: Locale): { missing: boolean; stale: string[]; unreviewed: boolean } {
  const file = words[locale];
  if (!file) return { missing: true, stale: [], unreviewed: false };
  const { translation } = file.data;
  const origin = words[translation.origin];
  const isOrigin = locale === translation.origin;
  const stale = origin && !isOrigin ? [...freshness(translation, origin)].filter(([, state]) => state === 'stale').map(([key]) => key) : [];
  return { missing: false, stale, unreviewed: !isOrigin && translation.method === 'machine' && translation.reviewed === null };
}

function report(procedures: readonly DraftProcedure[]): void {
  for (const locale of LOCALES) {
    const states = procedures.map((procedure) => ({ id: procedure.id, ...stateOf(procedure, locale) }));
    const missing = states.filter((state) => state.missing);
    const stale = states.filter((state) => state.stale.length > 0);
    const unreviewed = states.filter((state) => state.unreviewed);
    console.log(
      `${locale}: ${states.length - missing.length} of ${states.length} procedures, ${stale.length} stale, ${unreviewed.length} made by a machine and not yet reviewed`,
    );
    for (const { id } of missing) console.log(`  missing     ${id}`);
    for (const { id, stale: sections } of stale) console.log(`  stale       ${id}: ${sections.join(', ')}`);
    for (const { id } of unreviewed) console.log(`  unreviewed  ${id}`);
  }
}

/** Writes the marks into the frontmatter and leaves every other character as its editor wrote it. */
async function stampFile(procedure: DraftProcedure, locale: Locale): Promise<void> {
  const words = procedure.words[locale];
  const origin = words && procedure.words[words.data.translation.origin];
  if (!words || !origin) throw new Error(`${procedure.id} has no ${locale}.md, or not the language it was made from.`);
  const path = join(ROOT, 'procedures', procedure.id, `${locale}.md`);
  const text = await readFile(path, 'utf8');
  const { frontmatter, body } = splitFrontmatter(text);
  const { origin: from, method, reviewed } = words.data.translation;
  const document = parseDocument(frontmatter);
  const [start, end] = rangeOf(document.get('translation', true), path);
  // Quoted: YAML would read a mark such as 12345678 or 1e234567 as a number.
  const marks = Object.entries(stamp(origin)).map(([key, mark]) => `${key}: '${mark}'`);
  const review = reviewed ? `{ by: ${JSON.stringify(reviewed.by)}, on: '${reviewed.on}' }` : 'null';
  const value = `{ origin: ${from}, madeFrom: { ${marks.join(', ')} }, method: ${method}, reviewed: ${review} }`;
  const written = frontmatter.slice(0, start) + value + frontmatter.slice(end);
  await writeFile(path, `---\n${written}\n---\n${body}`);
}

function rangeOf(node: unknown, path: string): [number, number] {
  if (!isNode(node) || !node.range) throw new Error(`${path} has no translation in its frontmatter.`);
  const [start, end] = node.range;
  return [start, end];
}

const [command, id, locale] = process.argv.slice(2);
const { content, problems } = await readContent(ROOT);
// A page that somebody else is still writing does not stand in the way of another.
const inTheWay = command === '--stamp' ? problems.filter(({ where }) => where.includes(`/procedures/${id ?? ''}/`)) : problems;
if (inTheWay.length > 0) {
  console.error(formatProblems(inTheWay));
  process.exit(1);
}
const procedures = [...content.procedures.values()];

if (command === '--stamp') {
  const procedure = content.procedures.get(id ?? '');
  const known = Locale.safeParse(locale);
  if (!procedure || !known.success) {
    console.error('Write: npm run translations -- --stamp <procedure> <locale>, for example: npm run translations -- --stamp passport ar');
    process.exit(1);
  }
  await stampFile(procedure, known.data);
  console.log(`${procedure.id}, ${known.data}: up to date`);
} else if (command === '--stamp-new') {
  for (const procedure of procedures) {
    for (const known of LOCALES) {
      const translation = procedure.words[known]?.data.translation;
      if (translation && known !== translation.origin && Object.keys(translation.madeFrom).length === 0) await stampFile(procedure, known);
    }
  }
} else {
  report(procedures);
}
