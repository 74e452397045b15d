// Suggestions under a box: the combobox pattern of the ARIA Authoring Practices. Nothing is loaded before the box is touched.
const MOST = 5;

/** The elements of a box. */
export interface SearchBox {
  input: HTMLInputElement;
  list: HTMLElement;
  /** Says to screen readers how many suggestions there are; `data-label` has a % for the number. */
  announced: HTMLElement;
  /** Address of the names that can be found. */
  entries: string;
}

/**
 * Makes a box suggest while one types, and fetches what can be found.
 * @param box - Its elements, in the page already; somebody is about to type.
 */
export function suggestIn({ input, list, announced, entries }: SearchBox): void {
  /** Only the answer to the last thing typed is shown. */
  let asked = 0;
  let chosen = -1;

  const options = () => Array.from(list.querySelectorAll<HTMLAnchorElement>('[role="option"]'));

  const close = () => {
    list.hidden = true;
    chosen = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };

  const choose = (place: number) => {
    const all = options();
    chosen = (place + all.length) % all.length;
    for (const [index, option] of all.entries()) option.setAttribute('aria-selected', String(index === chosen));
    input.setAttribute('aria-activedescendant', all[chosen]?.id ?? '');
    all[chosen]?.scrollIntoView({ block: 'nearest' });
  };

  const suggest = async () => {
    asked += 1;
    const mine = asked;
    const { answerTo, highlighted } = await import('./search-results.ts');
    const answer = await answerTo(entries, input.value, MOST).catch(() => undefined);
    if (mine !== asked) return;
    const hits = answer?.hits ?? [];
    list.replaceChildren(
      ...hits.map(({ entry, matched }, index) => {
        const option = document.createElement('a');
        option.id = `suggestion-${index}`;
        // From /fr/search/entries.json to /fr/procedures/passport/.
        option.href = new URL(`../${entry.id}/`, new URL(entries, location.href)).pathname;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.tabIndex = -1;
        option.append(...highlighted(entry.title, matched));
        return option;
      }),
    );
    chosen = -1;
    list.hidden = hits.length === 0;
    input.setAttribute('aria-expanded', String(hits.length > 0));
    announced.textContent =
      hits.length > 0
        ? (announced.dataset['label'] ?? '').replace('%', new Intl.NumberFormat(document.documentElement.lang).format(hits.length))
        : '';
  };

  void import('./search-results.ts').then(({ warm }) => {
    warm(entries);
  });
  input.addEventListener('input', () => {
    if (input.value.trim()) void suggest();
    else close();
  });
  input.addEventListener('keydown', (event) => {
    if (list.hidden || options().length === 0) {
      // The list was put away: Down brings it back.
      if (event.key === 'ArrowDown' && input.value.trim()) void suggest();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      choose(event.key === 'ArrowDown' ? chosen + 1 : chosen < 0 ? -1 : chosen - 1);
    } else if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault();
      options()[chosen]?.click();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
  });
  input.form?.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node) || !input.form?.contains(relatedTarget)) close();
  });
  // A tap takes the focus from the box before it is a click: the list must still stand.
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
  });
  // What was typed before this script had come.
  if (input.value.trim()) void suggest();
}
