import type { Loader, LoaderContext } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import type { z } from 'zod';
import type { DraftContent } from './model/content.ts';
import { LOCALES } from './model/locale.ts';
import { OrientationNode } from './model/orientation.ts';
import { Paper } from './model/paper.ts';
import { Cell, Service } from './model/place.ts';
import { formatProblems } from './model/problem.ts';
import { ProcedureFacts } from './model/procedure.ts';
import { Audience, CalendarYear, Category, Condition, GlossaryTerm, Notice, Province, Rule, Topic } from './model/vocabulary.ts';
import { ProcedureWords } from './model/words.ts';
import { readCheckedContent } from './reader/checked-content.ts';

/** Another folder serves the benchmark of the build, which multiplies the content. */
const ROOT = process.env['CONTENT_DIR'] ?? 'src/content';

/** Read and checked once for all collections. What would mislead a visitor ends the build here. */
let reading = read();

async function read(): Promise<DraftContent> {
  const { content, problems } = await readCheckedContent(ROOT);
  if (problems.length > 0) throw new Error(`The content cannot be published:\n\n${formatProblems(problems)}\n`);
  return content;
}

/** Takes the entries of one collection from the content; `body` is Markdown to be rendered. */
type EntriesOf = (content: DraftContent) => Iterable<{ id: string; data: Record<string, unknown>; body?: string }>;

/**
 * Makes a collection of what was read. Astro's own glob loader would read and parse every file a second time beside the
 * check, which costs more than rendering its pages.
 */
function collection<S extends z.ZodType>(name: string, schema: S, entriesOf: EntriesOf) {
  const fill = async ({ store, ...context }: LoaderContext) => {
    store.clear();
    for (const { id, data, body = '' } of entriesOf(await reading)) {
      store.set({ id, data, body, ...(body.trim() && { rendered: await context.renderMarkdown(body) }) });
    }
  };
  const loader: Loader = {
    name,
    load: async (context) => {
      await fill(context);
      context.watcher?.on('change', (path) => {
        if (!path.includes('/content/')) return;
        reading = read();
        fill(context).catch((error: unknown) => {
          context.logger.error(String(error));
        });
      });
    },
  };
  return defineCollection({ loader, schema });
}

/** A folder with one YAML file an entry, named after its id. */
const yamlFolder = <S extends z.ZodType>(name: Exclude<keyof DraftContent, 'procedures'>, schema: S) =>
  collection(name, schema, (content) => [...content[name]].map(([id, data]) => ({ id, data })));

export const collections = {
  procedures: collection('procedures', ProcedureFacts, ({ procedures }) =>
    [...procedures.values()].map(({ id, facts }) => ({ id, data: facts })),
  ),
  // The id is `<procedure>/<locale>`.
  words: collection('words', ProcedureWords, ({ procedures }) =>
    [...procedures.values()].flatMap(({ id, words }) =>
      LOCALES.flatMap((locale) => (words[locale] ? [{ id: `${id}/${locale}`, ...words[locale] }] : [])),
    ),
  ),
  papers: yamlFolder('papers', Paper),
  services: yamlFolder('services', Service),
  cells: yamlFolder('cells', Cell),
  notices: yamlFolder('notices', Notice),
  orientation: yamlFolder('orientation', OrientationNode),
  glossary: yamlFolder('glossary', GlossaryTerm),
  rules: yamlFolder('rules', Rule),
  calendar: yamlFolder('calendar', CalendarYear),
  topics: yamlFolder('topics', Topic),
  audiences: yamlFolder('audiences', Audience),
  categories: yamlFolder('categories', Category),
  conditions: yamlFolder('conditions', Condition),
  provinces: yamlFolder('provinces', Province),
};
