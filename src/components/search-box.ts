// Suggestions under the box of the home page: the combobox pattern of the ARIA Authoring Practices. Nothing is loaded before
// the box is touched.
const MOST = 5;

const input = document.querySelector<HTMLInputElement>('input[data-suggest]');
const list = document.querySelector<HTMLElement>('[data-suggestions]');
const announced = document.querySelector<HTMLElement>('[data-suggested]');

/** Only the answer to the last thing typed is shown. */
let asked = 0;
let chosen = -1;

const options = () => Array.from(list?.querySelectorAll<HTMLAnchorElement>('[role="option"]') ?? []);

function close(): void {
  if (!input || !list) return;
  list.hidden = true;
  chosen = -1;
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
}

function choose(place: number): void {
  const all = options();
  if (!input || all.length === 0) return;
  chosen = (place + all.length) % all.length;
  for (const [index, option] of all.entries()) option.setAttribute('aria-selected', String(index === chosen));
  input.setAttribute('aria-activedescendant', all[chosen]?.id ?? '');
  all[chosen]?.scrollIntoView({ block: 'nearest' });
}

async function suggest(): Promise<void> {
  if (!input || !list) return;
  asked += 1;
  const mine = asked;
  const { answerTo, highlighted } = await import('./search-results.ts');
  const answer = await answerTo(input.dataset['suggest'] ?? '', input.value, MOST).catch(() => undefined);
  if (mine !== asked) return;
  const hits = answer?.hits ?? [];
  list.replaceChildren(
    ...hits.map(({ entry, matched }, index) => {
      const option = document.createElement('a');
      option.id = `suggestion-${index}`;
      option.href = `${entry.id}/`;
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
  if (announced)
    announced.textContent =
      hits.length > 0
        ? (announced.dataset['label'] ?? '').replace('%', new Intl.NumberFormat(document.documentElement.lang).format(hits.length))
        : '';
}

function onKey(event: KeyboardEvent): void {
  const all = options();
  if (list?.hidden !== false || all.length === 0) {
    // The list was put away: Down brings it back.
    if (event.key === 'ArrowDown' && input?.value.trim()) void suggest();
    return;
  }
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    choose(event.key === 'ArrowDown' ? chosen + 1 : chosen < 0 ? all.length - 1 : chosen - 1);
  } else if (event.key === 'Enter' && chosen >= 0) {
    event.preventDefault();
    all[chosen]?.click();
  } else if (event.key === 'Escape') {
    event.preventDefault();
    close();
  }
}

if (input && list) {
  input.addEventListener('focus', () => {
    void import('./search-results.ts').then(({ warm }) => {
      warm(input.dataset['suggest'] ?? '');
    });
  });
  input.addEventListener('input', () => {
    if (input.value.trim()) void suggest();
    else close();
  });
  input.addEventListener('keydown', onKey);
  input.form?.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node) || !input.form?.contains(relatedTarget)) close();
  });
  // A tap takes the focus from the box before it is a click: the list must still stand.
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
  });
}

export {};
