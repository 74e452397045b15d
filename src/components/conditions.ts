import type { Translate } from '../i18n/translator.ts';
import type { Locale } from '../model/locale.ts';
import type { Condition } from '../model/vocabulary.ts';

/** Conditions by id, as the content holds them. */
export type Conditions = ReadonlyMap<string, Condition>;

/** Conditions of which one always holds: where they are offered together, nobody is "not concerned". */
const COMPLETE_SETS = [
  ['in-morocco', 'abroad'],
  ['adult', 'minor'],
  ['first-time', 'renewal'],
  ['moroccan-national', 'foreign-national'],
  ['adoular-marriage', 'civil-marriage'],
];

/** The choices that exclude each other, in the order in which the page offers them. */
export interface ConditionGroup {
  group: Condition['group'];
  choices: { id: string; name: string }[];
  /** Whether "not concerned" is a choice. */
  withNone: boolean;
}

/**
 * Gathers the conditions of a procedure by group.
 * @param ids - In the order of its facts.
 * @param conditions - All.
 * @param locale - Of the names.
 * @returns One group for each that occurs.
 */
export function conditionGroups(ids: readonly string[], conditions: Conditions, locale: Locale): ConditionGroup[] {
  const known = ids.flatMap((id) => {
    const condition = conditions.get(id);
    return condition ? [{ id, group: condition.group, name: condition.name[locale] }] : [];
  });
  return [...new Set(known.map(({ group }) => group))].map((group) => {
    const choices = known.filter((condition) => condition.group === group).map(({ id, name }) => ({ id, name }));
    const isComplete = COMPLETE_SETS.some((set) => set.every((id) => ids.includes(id) && conditions.get(id)?.group === group));
    return { group, choices, withNone: !isComplete };
  });
}

/**
 * The style rules that hide what does not concern the visitor. No script: a choice is a radio button, and `:has()` sees it.
 * @param groups - Of the procedure.
 * @returns CSS. An item that depends on a condition carries it as `data-<group>`.
 */
export function conditionRules(groups: readonly ConditionGroup[]): string {
  const hide = (choice: string, items: string) => `body:has(#c-${choice}:checked) ${items}{display:none}`;
  return groups
    .flatMap(({ group, choices, withNone }) => [
      ...choices.map(({ id }) => hide(id, `[data-${group}]:not([data-${group}="${id}"])`)),
      ...(withNone ? [hide(`${group}-none`, `[data-${group}]`)] : []),
    ])
    .join('');
}

/**
 * The id of the note that says which case a page shows: a link that ends in it shows only that case.
 * @param conditions - What is settled, of those that the procedure knows.
 * @returns `case-lost-or-stolen.abroad`
 */
export function caseId(conditions: readonly string[]): string {
  return `case-${conditions.join('.')}`;
}

/** A dot in an id would read as a class. */
const escapedId = (id: string) => id.replaceAll('.', '\\.');

/**
 * The style rules by which the end of an address chooses a case, where there is no script that ticks the choices.
 * @param cases - The sets of conditions that links lead to.
 * @param conditions - All.
 * @returns CSS: while the note of a case is the target, what depends on other conditions of its groups is hidden.
 */
export function caseRules(cases: readonly (readonly string[])[], conditions: Conditions): string {
  return cases
    .map((settled) => {
      const others = Object.entries(conditionData(settled, conditions)).map(([name, id]) => `[${name}]:not([${name}="${id}"])`);
      return `body:has(#${escapedId(caseId(settled))}:target) :is(${others.join(',')}){display:none}`;
    })
    .join('');
}

/**
 * Marks an element with the conditions on which it depends.
 * @param when - All must hold.
 * @param conditions - All.
 * @returns Attributes for the element: `{ 'data-request': 'renewal' }`.
 */
export function conditionData(when: readonly string[], conditions: Conditions): Record<string, string> {
  return Object.fromEntries(
    when.flatMap((id) => {
      const condition = conditions.get(id);
      return condition ? [[`data-${condition.group}`, id]] : [];
    }),
  );
}

/**
 * Says in words on what something depends.
 * @param when - All must hold.
 * @param conditions - All.
 * @param reader - Locale and interface.
 * @returns "Only if: renewal and minor child"; empty when it holds always.
 */
export function conditionText(when: readonly string[], conditions: Conditions, { locale, t }: { locale: Locale; t: Translate }): string {
  if (when.length === 0) return '';
  const names = when.map((id) => conditions.get(id)?.name[locale] ?? id);
  return t('procedure.when', { conditions: names.join(t('procedure.and')) });
}
