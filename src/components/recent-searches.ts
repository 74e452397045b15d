// What was searched on this device lately. It is kept when a result was opened, and never for what must leave no trace.
const KEY = 'abrid.searches';
const MOST = 5;

/**
 * Reads what was searched lately.
 * @returns Newest first; nothing in private browsing, or where somebody else wrote there.
 */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((text) => typeof text === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/**
 * Keeps a search, each once.
 * @param text - What was typed.
 */
export function rememberSearch(text: string): void {
  const kept = [text, ...recentSearches().filter((other) => other !== text)].slice(0, MOST);
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Private browsing may refuse: then nothing is kept.
  }
}

/** Forgets all of them. */
export function forgetSearches(): void {
  localStorage.removeItem(KEY);
}
