import type { Figure } from './figure.ts';
import type { Fee, ProcedureFacts, Term } from './procedure.ts';

const TOKEN = /\{([^{}]*)\}/g;

/** What a `{token}` stands for. */
export type TokenValue = { kind: 'figure'; figure: Figure } | { kind: 'fee'; fee: Fee } | { kind: 'term'; term: Term };

/**
 * Lists the facts that a text names.
 * @param text - Words with `{id}` tokens.
 * @returns What stands between each pair of braces, in order, repeats included.
 */
export function tokensIn(text: string): string[] {
  return [...text.matchAll(TOKEN)].map(([, id = '']) => id);
}

/**
 * Replaces each token of a text.
 * @param text - Words with `{id}` tokens.
 * @param replace - Gives the text that stands for an id.
 * @returns The text without tokens.
 */
export function replaceTokens(text: string, replace: (id: string) => string): string {
  return text.replace(TOKEN, (_, id: string) => replace(id));
}

/**
 * Gathers everything that a token may name in a procedure.
 * @param facts - Of the procedure.
 * @returns Fees, terms and figures by id.
 */
export function namedFacts(facts: Pick<ProcedureFacts, 'fees' | 'delay' | 'deadline' | 'validity' | 'figures'>): Map<string, TokenValue> {
  const terms = [...facts.delay, ...facts.deadline, ...facts.validity];
  return new Map<string, TokenValue>([
    ...Object.entries(facts.figures).map(([id, figure]): [string, TokenValue] => [id, { kind: 'figure', figure }]),
    ...facts.fees.map((fee): [string, TokenValue] => [fee.id, { kind: 'fee', fee }]),
    ...terms.map((term): [string, TokenValue] => [term.id, { kind: 'term', term }]),
  ]);
}
