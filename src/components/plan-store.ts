/** Where the plan stays on this device: ids of outcomes, no answers in words, nothing that leaves it. */
const KEY = 'abrid.plan';
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** More needs than one person has: a longer list is not ours. */
const MOST = 20;

/**
 * Reads ids of outcomes.
 * @param text - Ids with `+` between them, from a link or from this device; may be anything.
 * @returns The ids that could be ours, each once, and whether something else stood among them.
 */
export function readNeeds(text: string): { needs: string[]; damaged: boolean } {
  const parts = text.split('+').filter(Boolean);
  const needs = [...new Set(parts.filter((part) => ID.test(part)))].slice(0, MOST);
  return { needs, damaged: new Set(parts).size !== needs.length };
}

/** The plan of this device. Private browsing may refuse to tell: then there is none. */
export function storedNeeds(): string[] {
  try {
    return readNeeds(localStorage.getItem(KEY) ?? '').needs;
  } catch {
    return [];
  }
}

/** Keeps the plan on this device; an empty one leaves no trace. */
export function storeNeeds(needs: readonly string[]): void {
  try {
    if (needs.length > 0) localStorage.setItem(KEY, needs.join('+'));
    else localStorage.removeItem(KEY);
  } catch {
    // The plan then lives as long as its address.
  }
}
