import { type CollectionEntry, getCollection } from 'astro:content';
import { completeContent } from '../model/check/content.ts';
import type { Content, DraftProcedure } from '../model/content.ts';
import { LOCALES, type Locale, type View, VIEWS } from '../model/locale.ts';
import { nodePath } from '../model/orientation.ts';
import { namedFacts } from '../model/token.ts';

type YamlCollection = Exclude<keyof Content, 'procedures'>;

async function entriesOf<C extends YamlCollection>(name: C): Promise<Map<string, CollectionEntry<C>['data']>> {
  const entries = await getCollection(name);
  return new Map(entries.map(({ id, data }): [string, CollectionEntry<C>['data']] => [id, data]));
}

const words = new Map((await getCollection('words')).map((entry) => [entry.id, entry]));

const procedures = (await getCollection('procedures')).map(({ id, data }): [string, DraftProcedure] => {
  const inLocale = (locale: Locale) => {
    const entry = words.get(`${id}/${locale}`);
    return entry ? [[locale, { data: entry.data, body: entry.body ?? '' }] as const] : [];
  };
  return [id, { id, facts: data, words: Object.fromEntries(LOCALES.flatMap(inLocale)) }];
});

/** All the content, read once for the whole build. */
export const content = completeContent({
  procedures: new Map(procedures),
  papers: await entriesOf('papers'),
  services: await entriesOf('services'),
  cells: await entriesOf('cells'),
  notices: await entriesOf('notices'),
  orientation: await entriesOf('orientation'),
  glossary: await entriesOf('glossary'),
  rules: await entriesOf('rules'),
  topics: await entriesOf('topics'),
  audiences: await entriesOf('audiences'),
  categories: await entriesOf('categories'),
  conditions: await entriesOf('conditions'),
  provinces: await entriesOf('provinces'),
  calendar: await entriesOf('calendar'),
});

/**
 * The body of a procedure in a language.
 * @param id - Of the procedure.
 * @param locale - Of the words.
 * @returns HTML with `{tokens}`, or undefined where the file has only its frontmatter.
 */
export function bodyHtml(id: string, locale: Locale): string | undefined {
  return words.get(`${id}/${locale}`)?.rendered?.html || undefined;
}

const factsByProcedure = new Map([...content.procedures].map(([id, { facts }]) => [id, namedFacts(facts)]));

/**
 * What the tokens of a procedure stand for.
 * @param id - Of the procedure.
 * @returns Its fees, terms and figures by id.
 */
export function factsOf(id: string) {
  return factsByProcedure.get(id) ?? new Map();
}

/** What a page that exists once a view is given. */
export interface ViewProps {
  view: View;
}

/** What a page that exists once an entry and view is given. */
export interface EntryProps extends ViewProps {
  id: string;
}

/**
 * The paths of a page that exists in each view.
 * @returns One path a view, for `getStaticPaths`; `view` is both in the address and a prop.
 */
export function pathsOfViews(): { params: { view: View }; props: ViewProps }[] {
  return VIEWS.map((view) => ({ params: { view }, props: { view } }));
}

/**
 * The paths of a page that exists for each entry in each view.
 * @param ids - Of the entries.
 * @returns One path a view and entry, for `getStaticPaths`; both are in the address and props.
 */
export function pathsOfEntries(ids: Iterable<string>): { params: { view: View; id: string }; props: EntryProps }[] {
  return [...ids].flatMap((id) => VIEWS.map((view) => ({ params: { view, id }, props: { view, id } })));
}

/**
 * Puts entries in the order of the content.
 * @param entries - With an `order` each.
 * @returns Pairs of id and entry, lowest order first.
 */
export function inOrder<T extends { order: number }>(entries: ReadonlyMap<string, T>): [string, T][] {
  return [...entries].sort(([, one], [, other]) => one.order - other.order);
}

/**
 * Every page below a language, for the sitemaps.
 * @returns Paths as `hrefOf` takes them; home is empty.
 */
export function allPaths(): string[] {
  const entries = (['procedures', 'topics', 'audiences', 'services', 'cells'] as const).flatMap((name) =>
    [...content[name].keys()].map((id) => `${name}/${id}/`),
  );
  const nodes = [...content.orientation.keys()].map(nodePath);
  return ['', 'procedures/', 'services/', 'cells/', 'search/', 'map/', 'contact/', 'glossary/', 'about/', ...entries, ...nodes];
}
