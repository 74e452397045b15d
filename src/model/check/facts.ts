import type { DraftContent, DraftProcedure } from '../content.ts';
import type { Problem } from '../problem.ts';
import { checkPhone } from './phone.ts';

/** Every fact of a procedure that names a source, with the field in which it stands. */
function sourcedFacts({ facts }: DraftProcedure): { field: string; source: string }[] {
  const lists = {
    papers: facts.papers,
    fees: facts.fees,
    delay: facts.delay,
    deadline: facts.deadline,
    validity: facts.validity,
    legalBasis: facts.legalBasis,
    online: facts.online,
  };
  return [
    ...Object.entries(lists).flatMap(([field, items]) => items.map(({ source }, index) => ({ field: `${field}[${index}]`, source }))),
    ...Object.entries(facts.figures).map(([id, { source }]) => ({ field: `figures.${id}`, source })),
    ...(facts.fixedList ? [{ field: 'fixedList.text', source: facts.fixedList.text.source }] : []),
    ...(facts.fixedList?.differs ? [{ field: 'fixedList.differs', source: facts.fixedList.differs }] : []),
  ];
}

function checkSources(file: string, procedure: DraftProcedure): Problem[] {
  const known = procedure.facts.sources.map(({ id }) => id);
  return sourcedFacts(procedure)
    .filter(({ source }) => !known.includes(source))
    .map(({ field, source }) => ({
      where: `${file} › ${field}.source`,
      what: `It cites "${source}". The sources of this procedure are ${known.join(', ')}.`,
      mend: 'Write one of these, or add the source. A fact without a source is not published.',
    }));
}

function checkNamesOfFacts(file: string, { facts }: DraftProcedure): Problem[] {
  const names = [
    ...[...facts.fees, ...facts.delay, ...facts.deadline, ...facts.validity].map(({ id }) => id),
    ...Object.keys(facts.figures),
    ...facts.papers.map(({ id, paper }) => id ?? paper),
  ];
  return names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) => ({
      where: `${file} › ${name}`,
      what: `Two facts of this procedure are called "${name}".`,
      mend: 'Give one of them another id: words name a fact by it.',
    }));
}

function checkWhenIsOffered(file: string, { facts }: DraftProcedure): Problem[] {
  const used = [...facts.steps, ...facts.papers, ...facts.fees, ...facts.delay, ...facts.deadline, ...facts.validity].flatMap(
    ({ when }) => when,
  );
  return [...new Set(used)]
    .filter((id) => !facts.conditions.includes(id))
    .map((id) => ({
      where: `${file} › conditions`,
      what: `A fact depends on "${id}", which the visitor cannot choose.`,
      mend: `Add "${id}" to conditions.`,
    }));
}

function checkCalls(file: string, { facts }: DraftProcedure): Problem[] {
  return facts.calls
    .filter((id) => facts.figures[id]?.unit !== 'phone')
    .map((id) => ({ where: `${file} › calls`, what: `"${id}" is no phone among the figures.`, mend: 'Name a figure with unit: phone.' }));
}

function checkPhones(file: string, { facts }: DraftProcedure): Problem[] {
  return Object.entries(facts.figures).flatMap(([id, figure]) =>
    figure.unit === 'phone' ? checkPhone(`${file} › figures.${id}`, figure.value) : [],
  );
}

function checkRules({ rules }: DraftContent): Problem[] {
  return [...rules]
    .filter(([, { text, sources }]) => !sources.some(({ id }) => id === text.source))
    .map(([id, { text }]) => ({
      where: `src/content/rules/${id}.yaml › text.source`,
      what: `It cites "${text.source}", which is not among the sources.`,
      mend: 'Write the id of one of the sources, or add it.',
    }));
}

function checkCalendar({ calendar }: DraftContent): Problem[] {
  return [...calendar].flatMap(([id, { holidays, ramadan, sources }]) => {
    const where = `src/content/calendar/${id}.yaml`;
    const periods = [...holidays, ...(ramadan ? [ramadan] : [])];
    return periods.flatMap(({ from, until, source }): Problem[] => [
      ...(sources.some((known) => known.id === source)
        ? []
        : [
            {
              where,
              what: `It cites "${source}", which is not among the sources.`,
              mend: 'Write the id of one of the sources, or add it.',
            },
          ]),
      ...(from <= until && from.startsWith(id) && until.startsWith(id)
        ? []
        : [
            {
              where,
              what: `${from} to ${until} is no period of ${id}.`,
              mend: 'Write the first day before the last, both in the year of the file.',
            },
          ]),
    ]);
  });
}

/**
 * Checks what the facts of each procedure say of each other.
 * @param content - All collections.
 * @returns Unknown sources, names given twice, conditions nobody can choose, phones that cannot be dialled, periods that are none.
 */
export function checkFacts(content: DraftContent): Problem[] {
  const procedures = [...content.procedures.values()].flatMap((procedure) => {
    const file = `src/content/procedures/${procedure.id}/facts.yaml`;
    return [checkSources, checkNamesOfFacts, checkWhenIsOffered, checkCalls, checkPhones].flatMap((check) => check(file, procedure));
  });
  return [...procedures, ...checkRules(content), ...checkCalendar(content)];
}
