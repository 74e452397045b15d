import type { Locale, Localized } from './locale.ts';
import type { OrientationNode } from './orientation.ts';
import type { Paper } from './paper.ts';
import type { Cell, Service } from './place.ts';
import type { ProcedureFacts } from './procedure.ts';
import type { Audience, CalendarYear, Category, Condition, GlossaryTerm, Notice, Province, Rule, Topic } from './vocabulary.ts';
import type { WordsFile } from './words.ts';

/** Every collection by its folder name in `src/content/`; each maps an id to what its file says. */
export interface Content {
  procedures: Map<string, Procedure>;
  papers: Map<string, Paper>;
  services: Map<string, Service>;
  cells: Map<string, Cell>;
  notices: Map<string, Notice>;
  orientation: Map<string, OrientationNode>;
  glossary: Map<string, GlossaryTerm>;
  rules: Map<string, Rule>;
  topics: Map<string, Topic>;
  audiences: Map<string, Audience>;
  categories: Map<string, Category>;
  conditions: Map<string, Condition>;
  provinces: Map<string, Province>;
  calendar: Map<string, CalendarYear>;
}

/** A procedure with its words in every language. */
export interface Procedure {
  id: string;
  facts: ProcedureFacts;
  words: Localized<WordsFile>;
}

/** A procedure as it is read from disk, when a language may still be missing. */
export interface DraftProcedure {
  id: string;
  facts: ProcedureFacts;
  words: Partial<Record<Locale, WordsFile>>;
}

/** The content as it is read from disk. */
export type DraftContent = Omit<Content, 'procedures'> & { procedures: Map<string, DraftProcedure> };
