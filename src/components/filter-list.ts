// A list that narrows while one types.

/** Letters without accents, Arabic letters in one form, and neither article nor elision: what is typed need not be exact. */
function plainWords(text: string): string[] {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/^(?:[وبف]?ال|لل)(?=\p{L}{3})/u, ''))
    .filter((word) => word.length > 1);
}

/** An entry of the list, and the words by which it is found. */
interface Findable {
  item: HTMLElement;
  words: string[];
}

/** The words come only when somebody types: the list itself stays light. Without them, or without an address, the list is searched as it is shown. */
async function findables(address: string): Promise<Findable[]> {
  const words = address
    ? await fetch(address)
        .then((answer): Promise<unknown> => answer.json())
        .then((all) => new Map<string, unknown>(typeof all === 'object' && all ? Object.entries(all) : []))
        .catch(() => new Map<string, unknown>())
    : new Map<string, unknown>();
  return Array.from(document.querySelectorAll<HTMLElement>('[data-find]'), (item) => {
    const known = words.get(item.dataset['find'] ?? '');
    return { item, words: plainWords(typeof known === 'string' ? known : item.textContent) };
  });
}

/** Whole words first: whoever types "car" does not mean every card. */
function search(entries: readonly Findable[], text: string): Set<Findable> {
  const typed = plainWords(text);
  const having = (isFound: (word: string, wanted: string) => boolean) =>
    new Set(entries.filter(({ words }) => typed.every((wanted) => words.some((word) => isFound(word, wanted)))));
  const exact = having((word, wanted) => word === wanted);
  return exact.size > 0 ? exact : having((word, wanted) => word.startsWith(wanted));
}

function filterList(form: HTMLFormElement): void {
  const input = form.querySelector('input');
  const none = document.querySelector<HTMLElement>('[data-none]');
  if (!input || !none) return;
  let loading: Promise<Findable[]> | undefined;
  const apply = async () => {
    loading ??= findables(form.dataset['filter'] ?? '');
    const entries = await loading;
    const found = search(entries, input.value);
    for (const entry of entries) entry.item.hidden = !found.has(entry);
    none.hidden = found.size > 0;
  };
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  input.addEventListener('input', () => void apply());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  form.hidden = false;
  if (input.value) void apply();
}

document.querySelectorAll<HTMLFormElement>('form[data-filter]').forEach(filterList);
