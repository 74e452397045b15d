import type { DraftContent, DraftProcedure } from '../content.ts';
import { sectionsOf } from '../freshness.ts';
import type { OrientationNode } from '../orientation.ts';
import type { Problem } from '../problem.ts';
import type { Cell, Service } from '../place.ts';
import { termsIn } from '../term-mark.ts';

type Collection = keyof DraftContent;

/** One use of an id: where it stands, what it says, and the collection in which it must exist. */
interface Reference {
  where: string;
  id: string;
  collection: Collection;
}

/** Conditions are named in `when` lists all over `facts.yaml`. */
function conditionReferences(file: string, { facts }: DraftProcedure): Reference[] {
  const lists = {
    steps: facts.steps,
    papers: facts.papers,
    fees: facts.fees,
    delay: facts.delay,
    deadline: facts.deadline,
    validity: facts.validity,
  };
  return Object.entries(lists).flatMap(([field, items]) =>
    items.flatMap(({ when }, index) =>
      when.map((id): Reference => ({ where: `${file} › ${field}[${index}].when`, id, collection: 'conditions' })),
    ),
  );
}

function procedureReferences(procedure: DraftProcedure): Reference[] {
  const file = `src/content/procedures/${procedure.id}/facts.yaml`;
  const { facts } = procedure;
  const list = (field: string, ids: readonly string[], collection: Collection) =>
    ids.map((id, index): Reference => ({ where: `${file} › ${field}[${index}]`, id, collection }));
  return [
    { where: `${file} › topic`, id: facts.topic, collection: 'topics' },
    ...list('audiences', facts.audiences, 'audiences'),
    ...list('conditions', facts.conditions, 'conditions'),
    ...list('where.categories', facts.where.categories, 'categories'),
    ...list('where.services', facts.where.services, 'services'),
    ...list(
      'papers',
      facts.papers.map(({ paper }) => paper),
      'papers',
    ),
    ...list('related', facts.related, 'procedures'),
    ...conditionReferences(file, procedure),
  ];
}

function termReferences({ id, words }: DraftProcedure): Reference[] {
  return Object.entries(words).flatMap(([locale, file]) =>
    [...sectionsOf(file)].flatMap(([key, text]) =>
      termsIn(text).map((term): Reference => {
        const where = `src/content/procedures/${id}/${locale}.md › ${key}`;
        return { where, id: term, collection: 'glossary' };
      }),
    ),
  );
}

function nodeReferences(id: string, node: OrientationNode): Reference[] {
  const file = `src/content/orientation/${id}.yaml`;
  const list = (field: string, ids: readonly string[], collection: Collection) =>
    ids.map((named, index): Reference => ({ where: `${file} › ${field}[${index}]`, id: named, collection }));
  if (node.kind === 'outcome')
    return [
      ...list('procedures', node.procedures, 'procedures'),
      ...list('categories', node.categories, 'categories'),
      ...list('conditions', node.conditions, 'conditions'),
    ];
  const answers = node.answers.map(({ to }) => to);
  return [
    ...list('answers', answers, 'orientation'),
    { where: `${file} › otherwise`, id: node.otherwise, collection: 'orientation' },
    ...(node.audience ? [{ where: `${file} › audience`, id: node.audience, collection: 'audiences' } satisfies Reference] : []),
  ];
}

function placeReferences(file: string, place: Service | Cell): Reference[] {
  return [
    ...place.provinces.map((id, index): Reference => ({ where: `${file} › provinces[${index}]`, id, collection: 'provinces' })),
    ...place.audiences.map((id, index): Reference => ({ where: `${file} › audiences[${index}]`, id, collection: 'audiences' })),
  ];
}

function references(content: DraftContent): Reference[] {
  return [
    ...[...content.procedures.values()].flatMap((procedure) => [...procedureReferences(procedure), ...termReferences(procedure)]),
    ...[...content.services].flatMap(([id, service]) => {
      const file = `src/content/services/${id}.yaml`;
      return [
        ...placeReferences(file, service),
        { where: `${file} › category`, id: service.category, collection: 'categories' } satisfies Reference,
      ];
    }),
    ...[...content.cells].flatMap(([id, cell]) => placeReferences(`src/content/cells/${id}.yaml`, cell)),
    ...[...content.papers].flatMap(([id, { from }]) => {
      const where = `src/content/papers/${id}.yaml › from`;
      return [
        ...(from?.procedure ? [{ where, id: from.procedure, collection: 'procedures' } satisfies Reference] : []),
        ...(from?.service ? [{ where, id: from.service, collection: 'services' } satisfies Reference] : []),
        ...(from?.category ? [{ where, id: from.category, collection: 'categories' } satisfies Reference] : []),
      ];
    }),
    ...[...content.orientation].flatMap(([id, node]) => nodeReferences(id, node)),
    ...(['glossary', 'rules'] as const).flatMap((collection) =>
      [...content[collection]].flatMap(([id, { procedure }]): Reference[] =>
        procedure ? [{ where: `src/content/${collection}/${id}.yaml › procedure`, id: procedure, collection: 'procedures' }] : [],
      ),
    ),
    ...[...content.notices].flatMap(([id, { link, closes }]) => {
      const where = `src/content/notices/${id}.yaml › link`;
      return [
        ...(link?.procedure ? [{ where, id: link.procedure, collection: 'procedures' } satisfies Reference] : []),
        ...(link?.cell ? [{ where, id: link.cell, collection: 'cells' } satisfies Reference] : []),
        ...closes.map((path): Reference => {
          const [collection, place = ''] = path.split('/');
          return { where: `src/content/notices/${id}.yaml › closes`, id: place, collection: collection === 'cells' ? 'cells' : 'services' };
        }),
      ];
    }),
  ];
}

/**
 * Finds ids that name nothing.
 * @param content - All collections.
 * @returns One problem an id that has no file in its collection, with the nearest ids that exist.
 */
export function checkReferences(content: DraftContent): Problem[] {
  return references(content)
    .filter(({ id, collection }) => !content[collection].has(id))
    .map(({ where, id, collection }) => {
      const near = nearest(id, [...content[collection].keys()]);
      return {
        where,
        what: `"${id}" is not in src/content/${collection}/.`,
        mend:
          near.length > 0
            ? `Write ${near.map((known) => `"${known}"`).join(' or ')}, or add the file.`
            : 'Add the file, or take the id away.',
      };
    });
}

/** The ids that share most three-letter pieces with the one written: what an editor most likely meant. */
function nearest(id: string, known: readonly string[]): string[] {
  const pieces = (text: string) =>
    new Set(Array.from({ length: Math.max(text.length - 2, 0) }, (_, start) => text.slice(start, start + 3)));
  const wanted = pieces(id);
  return known
    .map((candidate) => ({ candidate, shared: [...pieces(candidate)].filter((piece) => wanted.has(piece)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((one, other) => other.shared - one.shared)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}
