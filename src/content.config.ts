import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import type { z } from 'zod';
import { Paper } from './model/paper.ts';
import { Cell, Service } from './model/place.ts';
import { ProcedureFacts } from './model/procedure.ts';
import { Audience, Category, Condition, Notice, Province, Topic } from './model/vocabulary.ts';
import { ProcedureWords } from './model/words.ts';

/** Another folder serves the benchmark of the build, which multiplies the content. */
const ROOT = process.env['CONTENT_DIR'] ?? 'src/content';

/** A folder with one YAML file an entry, named after its id. */
const yamlFolder = <S extends z.ZodType>(folder: string, schema: S) =>
  defineCollection({ loader: glob({ base: `${ROOT}/${folder}`, pattern: '*.yaml' }), schema });

export const collections = {
  procedures: defineCollection({
    loader: glob({ base: `${ROOT}/procedures`, pattern: '*/facts.yaml', generateId: ({ entry }) => entry.replace('/facts.yaml', '') }),
    schema: ProcedureFacts,
  }),
  // The id is `<procedure>/<locale>`.
  words: defineCollection({
    loader: glob({ base: `${ROOT}/procedures`, pattern: '*/*.md', generateId: ({ entry }) => entry.replace(/\.md$/, '') }),
    schema: ProcedureWords,
  }),
  papers: yamlFolder('papers', Paper),
  services: yamlFolder('services', Service),
  cells: yamlFolder('cells', Cell),
  notices: yamlFolder('notices', Notice),
  topics: yamlFolder('topics', Topic),
  audiences: yamlFolder('audiences', Audience),
  categories: yamlFolder('categories', Category),
  conditions: yamlFolder('conditions', Condition),
  provinces: yamlFolder('provinces', Province),
};
