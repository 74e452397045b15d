/** Something in the content that would mislead a visitor, told to an editor. */
export interface Problem {
  /** File and field: `src/content/procedures/passport/facts.yaml › fees[1].source`. */
  where: string;
  /** What is wrong. */
  what: string;
  /** How to put it right. */
  mend: string;
}

/**
 * Writes problems for a terminal.
 * @param problems - In any order.
 * @returns One paragraph a problem: where, what, how to mend it.
 */
export function formatProblems(problems: readonly Problem[]): string {
  return problems.map(({ where, what, mend }) => `${where}\n  ${what}\n  → ${mend}`).join('\n\n');
}
