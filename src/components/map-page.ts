// The list of places: filters, the nearest first, and the map once it is seen. Positions never leave the device.
import { readNames } from '../map/name-list.ts';
import { isNearRegion, kilometres, type Place } from '../map/projection.ts';
import { RANK } from '../map/rank.ts';
import { searchable } from '../map/town-name.ts';

/** A position less precise than this does not say which town is near. */
const PRECISE = 20_000;
const LOCATE = { maximumAge: 300_000, timeout: 15_000 };

const form = document.querySelector<HTMLFormElement>('form[data-near]');
const list = document.querySelector<HTMLElement>('[data-places]');
const sorted = document.querySelector<HTMLElement>('[data-sorted]');
const frame = document.querySelector<HTMLElement>('[data-map]');
const items = Array.from(document.querySelectorAll<HTMLLIElement>('li[data-place]'));
const homes = new Map(items.map((item) => [item, item.parentElement]));
const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 0 });

function say(name: string, isShown: boolean, value = ''): void {
  const message = document.querySelector<HTMLElement>(`[data-say="${name}"]`);
  if (!message) return;
  message.hidden = !isShown;
  const label = message.dataset['label'];
  if (label !== undefined && isShown) message.textContent = label.replace('%', value);
}
const MESSAGES = ['refused', 'outside', 'imprecise', 'unknown-town'];

/**
 * Where a place is.
 * @returns undefined where it is not known.
 */
function positionOf({ dataset }: HTMLElement): Place | undefined {
  const [lat, lon] = (dataset['at'] ?? '').split(',').map(Number);
  return lat === undefined || lon === undefined || Number.isNaN(lat) || Number.isNaN(lon) ? undefined : { lat, lon };
}

function isWanted(item: HTMLElement, asked: FormData): boolean {
  const has = (name: string, attribute: string) => {
    const value = asked.get(name);
    return typeof value !== 'string' || value === '' || (item.dataset[attribute] ?? '').split(' ').includes(value);
  };
  if (!['kind', 'provinces', 'audiences', 'languages'].every((name) => has(name, name))) return false;
  return !asked.has('stepfree') || item.dataset['stepfree'] !== undefined;
}

/** The places that are open, where only those are asked for. */
async function openOnes(asked: FormData): Promise<Set<Element> | undefined> {
  if (!asked.has('open')) return undefined;
  const { stateOf } = await import('./open-now.ts');
  const now = new Date();
  return new Set(
    items.filter((item) => {
      const hours = item.querySelector<HTMLElement>('[data-hours]');
      return hours !== null && stateOf(hours, now).state === 'open';
    }),
  );
}

/** Tells the map, once there is one, which places are shown. */
const changed = new EventTarget();

async function apply(): Promise<void> {
  const asked = new FormData(form ?? undefined);
  const open = await openOnes(asked);
  for (const item of items) item.hidden = !isWanted(item, asked) || open?.has(item) === false;
  for (const group of document.querySelectorAll<HTMLElement>('[data-group]')) group.hidden = !group.querySelector('li:not([hidden])');
  const found = items.filter(({ hidden }) => !hidden).length;
  const count = document.querySelector<HTMLElement>('[data-say="count"]');
  if (count)
    count.textContent = (found > 0 ? (count.dataset['label'] ?? '') : (count.dataset['none'] ?? '')).replace('%', number.format(found));
  changed.dispatchEvent(new Event('change'));
}

/** The nearest first, in one list; without a position each under its province. */
function sortFrom(origin: Place | undefined): void {
  if (!sorted) return;
  sorted.hidden = !origin;
  if (!origin) {
    for (const item of items) homes.get(item)?.append(item);
    return;
  }
  const far = (item: HTMLElement) => {
    const place = positionOf(item);
    return place ? kilometres(origin, place) : Infinity;
  };
  const isUnsure = (item: HTMLElement) => Number(item.dataset['unsure'] !== undefined);
  const order = items
    .map((item) => ({ item, away: far(item) }))
    .sort((one, other) => Math.round(one.away) - Math.round(other.away) || isUnsure(one.item) - isUnsure(other.item));
  for (const { item, away } of order) {
    const said = item.querySelector('[data-away]');
    if (said) said.textContent = Number.isFinite(away) ? (list?.dataset['away'] ?? '').replace('%', number.format(away)) : '';
  }
  sorted.replaceChildren(...order.map(({ item }) => item));
}

function goFrom(origin: Place): void {
  for (const name of MESSAGES) say(name, false);
  sortFrom(origin);
  void apply();
  changed.dispatchEvent(new CustomEvent('origin', { detail: origin }));
}

function locate(): void {
  for (const name of MESSAGES) say(name, false);
  navigator.geolocation.getCurrentPosition(
    ({ coords: { latitude: lat, longitude: lon, accuracy } }) => {
      if (!isNearRegion({ lat, lon })) say('outside', true);
      else {
        goFrom({ lat, lon });
        if (accuracy > PRECISE) say('imprecise', true, number.format(accuracy / 1000));
      }
    },
    () => {
      say('refused', true);
      document.querySelector<HTMLInputElement>('#town')?.focus();
    },
    LOCATE,
  );
}

/** Names of towns and villages come when somebody begins to type one. */
let towns: Promise<Map<string, Place>> | undefined;

async function fetchTowns(address: string): Promise<Map<string, Place>> {
  const names = readNames(await (await fetch(address)).json()).filter(({ rank }) => rank !== RANK.province);
  document.querySelector('#towns')?.replaceChildren(
    ...[...new Set(names.map(({ text }) => text))].map((name) => {
      const option = document.createElement('option');
      option.value = name;
      return option;
    }),
  );
  // Where two have one name, the more important one is meant.
  return new Map(names.reverse().map(({ text, lat, lon }) => [searchable(text), { lat, lon }]));
}

async function goFromTown(text: string): Promise<void> {
  if (text.trim() === '') {
    sortFrom(undefined);
    void apply();
    for (const said of document.querySelectorAll('li [data-away]')) said.textContent = '';
    for (const name of MESSAGES) say(name, false);
    return;
  }
  towns ??= fetchTowns(form?.dataset['labels'] ?? '');
  const known = await towns.catch(() => {
    towns = undefined;
    return new Map<string, Place>();
  });
  const wanted = searchable(text);
  const found = known.get(wanted) ?? [...known].find(([name]) => name.startsWith(wanted))?.[1];
  if (found) goFrom(found);
  else say('unknown-town', true);
}

/** The map is fetched when it is seen, or asked for. */
function prepareMap(section: HTMLElement): void {
  section.hidden = false;
  const open = () => {
    import('../map/view.ts')
      .then(({ openMap }) => openMap(section, items, changed, form?.dataset['labels'] ?? ''))
      .catch(() => {
        say('failed', true);
        section.querySelector('[data-canvas]')?.remove();
      });
  };
  if (location.hash === `#${section.id}`) {
    // The address named it before it was there.
    section.scrollIntoView();
    open();
    return;
  }
  const watcher = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watcher.disconnect();
      open();
    },
    { rootMargin: '200px' },
  );
  watcher.observe(section);
}

if (form && list && frame) {
  form.hidden = false;
  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'town') void goFromTown(target.value);
    else void apply();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  const loadTowns = () => {
    towns ??= fetchTowns(form.dataset['labels'] ?? '');
    towns.catch(() => (towns = undefined));
  };
  form.querySelector('#town')?.addEventListener('focus', loadTowns);
  form.querySelector('[data-locate]')?.addEventListener('click', locate);
  void apply();
  prepareMap(frame);
}
