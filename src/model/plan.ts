import type { PaperNeed } from './procedure.ts';

/** The group of a condition: conditions of one group exclude each other. */
export type GroupOf = (condition: string) => string | undefined;

/**
 * Whether something that depends on conditions may concern a person.
 * @param when - All must hold.
 * @param settled - What is known of the person.
 * @param groupOf - Of a condition.
 * @returns False only where what is known excludes one of them: another condition of the same group is settled.
 */
export function mayConcern(when: readonly string[], settled: readonly string[], groupOf: GroupOf): boolean {
  return when.every((id) => settled.includes(id) || !settled.some((known) => groupOf(known) === groupOf(id)));
}

/** What one procedure wants of a paper. */
interface Want {
  procedure: string;
  form: PaperNeed['form'];
  copies: number;
  validity: string | undefined;
  /** Conditions that are still open: what is settled is left out. */
  when: readonly string[];
}

/** A paper that stands once in a plan, however many procedures want it. */
export interface PlannedPaper {
  paper: string;
  /** The largest number of copies that one of them wants. */
  copies: number;
  wants: readonly Want[];
}

/**
 * Makes one list of the papers of several procedures.
 * @param procedures - In the order of the plan, each with its papers.
 * @param settled - What is known of the person.
 * @param groupOf - Of a condition.
 * @returns Each paper once, in the order in which it is first wanted. Papers of other cases are left out.
 */
export function mergePapers(
  procedures: readonly { id: string; papers: readonly PaperNeed[] }[],
  settled: readonly string[],
  groupOf: GroupOf,
): PlannedPaper[] {
  const wants = procedures.flatMap(({ id, papers }) =>
    papers
      .filter(({ when }) => mayConcern(when, settled, groupOf))
      .map(({ paper, form, copies, validity, when }) => ({
        paper,
        want: { procedure: id, form, copies, validity, when: when.filter((condition) => !settled.includes(condition)) },
      })),
  );
  const byPaper = Map.groupBy(wants, ({ paper }) => paper);
  return [...byPaper].map(([paper, list]) => ({
    paper,
    copies: Math.max(...list.map(({ want }) => want.copies)),
    wants: list.map(({ want }) => want),
  }));
}
