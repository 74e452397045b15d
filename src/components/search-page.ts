// The page of results. What was typed and what it is narrowed to stands in the address, so that results can be shared and Back works.
import { type Hit, search } from '../search/engine.ts';
import { makeIndex, type SearchEntry, type SearchIndex } from '../search/word-index.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent-searches.ts';
import { highlighted, kindOf, loadFullIndex, loadIndex } from './search-results.ts';

/** Shown at first: what one reads on a phone, and quick to draw while one types. */
const FEW = 8;
const MOST = 60;
/** Hits far below the best are noise. */
const FLOOR = 0.35;

const root = document.querySelector<HTMLElement>('[data-search-page]');
const form = document.querySelector<HTMLFormElement>('form[data-search-form]');
const input = form?.querySelector('input');
const list = root?.querySelector('ol');
const address = root?.dataset['searchPage'] ?? '';
const filters = Array.from(form?.querySelectorAll('select') ?? []);

const say = (name: string, isShown: boolean) => {
  const item = document.querySelector<HTMLElement>(`[data-say="${name}"]`);
  if (item) item.hidden = !isShown;
  return item ?? undefined;
};

function itemFor(hit: Hit): HTMLElement | undefined {
  const template = root?.querySelector<HTMLTemplateElement>(`template[data-kind="${kindOf(hit.entry)}"]`);
  const item = template?.content.firstElementChild?.cloneNode(true);
  if (!(item instanceof HTMLElement)) return undefined;
  const link = item.querySelector('a');
  if (link) {
    link.href = `../${hit.entry.id}/`;
    link.toggleAttribute('data-sensitive', hit.entry.sensitive);
  }
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

/** Whether an entry is what the filters ask for. */
function isWanted(entry: SearchEntry): boolean {
  return filters.every(({ name, value }) => {
    if (value === '') return true;
    const { topics, audiences, provinces } = entry.facets;
    return { kind: [kindOf(entry)], topics, audiences, provinces }[name]?.includes(value) ?? true;
  });
}

function show(index: SearchIndex, text: string, most = FEW): void {
  const { hits, corrected } = search(index, text, MOST, isWanted);
  const best = hits[0]?.score ?? 0;
  const shown = hits.filter(({ score }) => score >= best * FLOOR);
  const isEmpty = text.trim() === '';
  const isNarrowed = shown.length === 0 && search(index, text, 1).hits.length > 0;
  list?.replaceChildren(...shown.slice(0, most).flatMap((hit) => itemFor(hit) ?? []));
  const more = say('more', shown.length > most);
  if (more)
    more.onclick = () => {
      show(index, text, MOST);
      list?.querySelectorAll('a')[most]?.focus();
    };
  say('failed', false);
  say('narrowed', isNarrowed);
  say('nothing', !isEmpty && !isNarrowed && shown.length === 0);
  const ask = root?.querySelector<HTMLAnchorElement>('[data-ask]');
  if (ask) ask.hash = `query=${encodeURIComponent(text.slice(0, 200))}`;
  const read = say('read', corrected.length > 0)?.querySelector('strong');
  if (read) read.textContent = corrected.map(([, meant]) => meant).join(' ');
  const count = say('count', shown.length > 0);
  if (count)
    count.textContent = (count.dataset['label'] ?? '').replace(
      '%',
      new Intl.NumberFormat(document.documentElement.lang).format(shown.length),
    );
  say('filters', !isEmpty);
  showRecent(isEmpty);
}

function showRecent(isEmpty: boolean): void {
  const recent = isEmpty ? recentSearches() : [];
  const items = recent.map((text) => {
    const link = document.createElement('a');
    link.href = `?q=${encodeURIComponent(text)}`;
    link.textContent = text;
    const item = document.createElement('li');
    item.append(link);
    return item;
  });
  say('recent', recent.length > 0)
    ?.querySelector('ul')
    ?.replaceChildren(...items);
}

/** Only the answer to the last thing typed is shown. */
let asked = 0;

/** Names and details, once both have come. */
let complete: SearchIndex | undefined;

async function run(text: string): Promise<void> {
  asked += 1;
  const mine = asked;
  if (text.trim() === '' || complete) {
    show(complete ?? makeIndex([]), text);
    return;
  }
  const full = loadFullIndex(address, root?.dataset['details'] ?? '');
  // What it is narrowed to is known with the details only.
  const first = filters.some(({ value }) => value !== '') ? full : loadIndex(address);
  try {
    const index = await first;
    if (mine === asked) show(index, text);
  } catch {
    if (mine === asked) say('failed', true);
  }
  complete = await full.catch(() => undefined);
  // The words of the pages have come: what is shown is looked up once more.
  if (complete && mine === asked) show(complete, text);
}

function fromAddress(): void {
  const asking = new URLSearchParams(location.search);
  if (input) input.value = asking.get('q') ?? '';
  for (const filter of filters) filter.value = asking.get(filter.name) ?? '';
  // A shared link may name what is not there.
  for (const filter of filters) if (filter.selectedIndex < 0) filter.value = '';
  void run(input?.value ?? '');
}

if (root && form && input) {
  root.hidden = false;
  const typedBefore = input.value;
  fromAddress();
  addEventListener('popstate', fromAddress);
  const keep = (how: 'push' | 'replace') => {
    const asking = new URLSearchParams();
    for (const { name, value } of [input, ...filters]) if (value) asking.set(name, value);
    const next = `?${asking.toString()}`;
    if (how === 'push') history.pushState(null, '', next);
    else history.replaceState(null, '', next);
    void run(input.value);
  };
  // On a slow line one may begin to type before this script is there.
  if (typedBefore !== '' && input.value === '') {
    input.value = typedBefore;
    keep('replace');
  }
  form.addEventListener('input', () => {
    keep('replace');
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    keep('push');
  });
  root.querySelector('[data-widen]')?.addEventListener('click', () => {
    for (const filter of filters) filter.value = '';
    keep('replace');
  });
  root.querySelector('[data-forget]')?.addEventListener('click', () => {
    forgetSearches();
    showRecent(true);
  });
  list?.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    const isSensitive = list.querySelector('li:nth-child(-n + 3) a[data-sensitive]') !== null || link?.hasAttribute('data-sensitive');
    if (link && !isSensitive) rememberSearch(input.value.trim());
  });
}
