// Everything a content page does in the browser. It makes pages better; none needs it.
import { officeClock } from '../model/office-time.ts';
import { isOpenAt, readWeek } from '../model/weekly-hours.ts';

/** Papers that were ticked stay on this device: nothing is sent. Private browsing may refuse to store them. */
function rememberTicks(boxes: NodeListOf<HTMLInputElement>): void {
  for (const box of boxes) {
    const key = `abrid.tick.${box.dataset['tick'] ?? ''}`;
    try {
      box.checked = localStorage.getItem(key) !== null;
    } catch {
      return;
    }
    box.addEventListener('change', () => {
      if (box.checked) localStorage.setItem(key, '1');
      else localStorage.removeItem(key);
    });
  }
}

/** Says whether a place is open, by the clock of the office. */
function showOpenNow(place: HTMLElement, now: Date): void {
  const open = isOpenAt(readWeek(place.dataset['hours'] ?? ''), officeClock(now, OFFICE_OFFSETS));
  place.textContent = (open ? place.dataset['open'] : place.dataset['closed']) ?? '';
  place.classList.toggle('open', open);
  place.hidden = false;
}

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

/** How many times Escape leaves a sensitive page: once is too easily pressed by mistake. */
const ESCAPES = 3;

/** Leaves at once: the page is replaced by the home page in the history, so that Back does not show what was read. */
function leaveQuickly(link: HTMLAnchorElement): void {
  const leave = () => {
    document.documentElement.hidden = true;
    history.replaceState(null, '', link.dataset['exit']);
    location.replace(link.href);
  };
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  let escapes = 0;
  document.addEventListener('keydown', ({ key }) => {
    escapes = key === 'Escape' ? escapes + 1 : 0;
    if (escapes === ESCAPES) leave();
  });
}

/**
 * Shows what holds only between two days: a notice, or that a place is out of season. Days are compared as text, from the
 * end of the longer one, so that `06-05` stands for every year.
 */
function showByDay(item: HTMLElement, today: string): void {
  const from = item.dataset['from'] ?? '';
  const day = today.slice(-from.length);
  const isWithin = from <= day && day <= (item.dataset['until'] ?? '');
  item.hidden = isWithin === (item.dataset['outside'] !== undefined);
}

rememberTicks(document.querySelectorAll('input[data-tick]'));
const now = new Date();
document.querySelectorAll<HTMLElement>('[data-hours]').forEach((place) => {
  showOpenNow(place, now);
});
document.querySelectorAll<HTMLFormElement>('form[data-filter]').forEach(filterList);
document.querySelectorAll<HTMLAnchorElement>('a[data-exit]').forEach(leaveQuickly);
document.querySelectorAll<HTMLElement>('[data-print]').forEach((button) => {
  button.hidden = false;
  button.addEventListener('click', () => {
    print();
  });
});
document.querySelectorAll<HTMLElement>('[data-from]').forEach((item) => {
  showByDay(item, now.toISOString().slice(0, 10));
});
