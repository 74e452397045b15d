// The page of results. What was typed stands in the address, so that results can be shared and Back works.
import { type Answer, type Hit, search, type SearchIndex } from '../search/engine.ts';
import { answerTo, highlighted, kindOf, loadFullIndex } from './search-results.ts';

const MOST = 30;
/** Hits far below the best are noise. */
const FLOOR = 0.35;

const root = document.querySelector<HTMLElement>('[data-search]');
const form = document.querySelector<HTMLFormElement>('form[data-search-form]');
const input = form?.querySelector('input');
const list = root?.querySelector('ol');
const address = root?.dataset['search'] ?? '';

const say = (name: string, isShown: boolean) => {
  const item = root?.querySelector<HTMLElement>(`[data-say="${name}"]`);
  if (item) item.hidden = !isShown;
  return item ?? undefined;
};

function itemFor(hit: Hit): HTMLElement | undefined {
  const template = root?.querySelector<HTMLTemplateElement>(`template[data-kind="${kindOf(hit)}"]`);
  const item = template?.content.firstElementChild?.cloneNode(true);
  if (!(item instanceof HTMLElement)) return undefined;
  const link = item.querySelector('a');
  if (link) link.href = `../${hit.entry.id}/`;
  item.querySelector('[data-title]')?.replaceChildren(...highlighted(hit.entry.title, hit.matched));
  const text = item.querySelector('[data-text]');
  if (text) text.textContent = hit.entry.summary;
  const found = item.querySelector<HTMLElement>('[data-found]');
  if (found && hit.found) {
    found.replaceChildren(...highlighted(hit.found, hit.matched));
    found.hidden = false;
  }
  return item;
}

function show({ hits, corrected }: Answer, text: string): void {
  const best = hits[0]?.score ?? 0;
  const shown = hits.filter(({ score }) => score >= best * FLOOR);
  list?.replaceChildren(...shown.flatMap((hit) => itemFor(hit) ?? []));
  say('failed', false);
  say('nothing', text.trim() !== '' && shown.length === 0);
  const read = say('read', corrected.length > 0)?.querySelector('strong');
  if (read) read.textContent = corrected.map(([, meant]) => meant).join(' ');
  const count = say('count', shown.length > 0);
  if (count)
    count.textContent = (count.dataset['label'] ?? '').replace(
      '%',
      new Intl.NumberFormat(document.documentElement.lang).format(shown.length),
    );
}

/** Only the answer to the last thing typed is shown. */
let asked = 0;

let full: SearchIndex | undefined;

async function run(text: string): Promise<void> {
  asked += 1;
  const mine = asked;
  try {
    const answer = full ? search(full, text, MOST) : await answerTo(address, text, MOST);
    if (mine === asked) show(answer, text);
  } catch {
    if (mine === asked) say('failed', true);
    return;
  }
  if (full) return;
  full = await loadFullIndex(address, root?.dataset['text'] ?? '').catch(() => undefined);
  // The words of the pages have come: what is shown is looked up once more.
  if (full && mine === asked) show(search(full, text, MOST), text);
}

function fromAddress(): void {
  const text = new URLSearchParams(location.search).get('q') ?? '';
  if (input) input.value = text;
  if (text) void run(text);
}

if (root && input) {
  root.hidden = false;
  fromAddress();
  addEventListener('popstate', fromAddress);
  const keep = (how: 'push' | 'replace') => {
    const next = `?q=${encodeURIComponent(input.value)}`;
    if (how === 'push') history.pushState(null, '', next);
    else history.replaceState(null, '', next);
  };
  input.addEventListener('input', () => {
    keep('replace');
    void run(input.value);
  });
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    keep('push');
    void run(input.value);
  });
}
