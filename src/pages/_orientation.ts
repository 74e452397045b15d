import { hrefOf } from '../i18n/locales.ts';
import type { Locale, View } from '../model/locale.ts';
import { nodePath, shortestPaths } from '../model/orientation.ts';
import { content } from './_site.ts';

/** The plan stands beside the nodes: none may be called so. */
export const PLAN = 'plan';

const paths = shortestPaths(content.orientation);

/** One answer that was given, and where to give another. */
export interface GivenAnswer {
  question: string;
  answer: string;
  href: string;
}

/**
 * The answers that lead to a node.
 * @param id - Of the node.
 * @param view - Of the page.
 * @param locale - Of the words.
 * @param otherwise - How "something else" reads.
 * @returns In the order in which they were given.
 */
export function answersTo(id: string, view: View, locale: Locale, otherwise: string): GivenAnswer[] {
  return (paths.get(id) ?? []).flatMap(({ question, answer }) => {
    const node = content.orientation.get(question);
    if (node?.kind !== 'question') return [];
    const given = node.answers.find(({ to }) => to === answer)?.text[locale] ?? otherwise;
    return [{ question: node.text[locale], answer: given, href: hrefOf(view, nodePath(question)) }];
  });
}

/**
 * The part of what an outcome has settled that a procedure knows.
 * @param procedure - Id.
 * @param settled - Conditions of the outcome.
 * @returns In the order of the outcome.
 */
export function settledFor(procedure: string, settled: readonly string[]): string[] {
  const known = content.procedures.get(procedure)?.facts.conditions ?? [];
  return settled.filter((id) => known.includes(id));
}

const casesByProcedure = new Map<string, Map<string, string[]>>();
for (const node of content.orientation.values()) {
  if (node.kind === 'question') continue;
  for (const procedure of node.procedures) {
    const settled = settledFor(procedure, node.conditions);
    if (settled.length === 0) continue;
    const cases = casesByProcedure.get(procedure) ?? new Map<string, string[]>();
    casesByProcedure.set(procedure, cases.set(settled.join(), settled));
  }
}

/**
 * The cases in which outcomes lead to a procedure.
 * @param procedure - Id.
 * @returns Each set of settled conditions once.
 */
export function casesOf(procedure: string): string[][] {
  return [...(casesByProcedure.get(procedure)?.values() ?? [])];
}

/** Whether a procedure is about violence, asylum or danger: its pages have the quick exit. */
const isSensitive = (procedure: string) => content.procedures.get(procedure)?.facts.sensitive ?? false;

/**
 * Whether a node should be left in a hurry without a trace.
 * @param id - Of the node.
 * @returns True for an outcome with a sensitive procedure, and for a question of which most answers lead to such an outcome.
 */
export function isSensitiveNode(id: string): boolean {
  const node = content.orientation.get(id);
  if (node?.kind === 'outcome') return node.procedures.some(isSensitive);
  const below = node?.answers.filter(({ to }) => content.orientation.get(to)?.kind === 'outcome' && isSensitiveNode(to)) ?? [];
  return below.length * 2 > (node?.answers.length ?? 0);
}
