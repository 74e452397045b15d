// The page on which a person keeps a language on their phone: size first, progress, an end at any moment, and erasing.
import { begunCopy, bringCopy, CopyError, type CopyFailure, eraseCopy, keptCopy, missingBytes, offeredCopy } from '../offline/copy.ts';
import { activeWorker } from '../offline/registration.ts';
import { forgetPages, PAGES } from '../offline/seen-pages.ts';

const box = document.querySelector<HTMLElement>('[data-copy]');
const view = box?.dataset['copy'] ?? '';

const find = (selector: string) => document.querySelector<HTMLElement>(selector);
const show = (selector: string, isShown: boolean) => {
  const part = find(selector);
  if (part) part.hidden = !isShown;
};

/** Written so that it reads the same in every language. */
const asSize = (bytes: number) => (bytes < 1e6 ? `${Math.ceil(bytes / 1000)}\u00A0kB` : `${(bytes / 1e6).toFixed(1)}\u00A0MB`);
const asDay = (moment: number) => {
  const day = new Date(moment);
  return `${day.getDate()}/${day.getMonth() + 1}/${day.getFullYear()}`;
};

/** Fills `%` and `§` of a text that the page holds; figures keep their direction. */
function say(name: string, ...values: readonly string[]): void {
  const part = find(`[data-${name}]`);
  if (!part) return;
  const pieces = (part.getAttribute(`data-${name}`) ?? '').split(/[%§]/);
  part.replaceChildren(
    ...pieces.flatMap((piece, index): (Node | string)[] => {
      const value = values[index];
      if (index === pieces.length - 1 || value === undefined) return [piece];
      const figure = document.createElement('bdi');
      figure.textContent = value;
      return [piece, figure];
    }),
  );
  part.hidden = false;
}

function showOutcome(outcome: CopyFailure | undefined): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-outcome]')) part.hidden = part.dataset['outcome'] !== outcome;
}

function nameButton(name: 'keep' | 'resume' | 'update'): void {
  const button = find('[data-do="keep"]');
  const label = button?.querySelector('span');
  if (!button || !label) return;
  button.dataset['keep'] ??= label.textContent;
  label.textContent = button.dataset[name] ?? label.textContent;
}

const reasonOf = (error: unknown): CopyFailure => (error instanceof CopyError ? error.why : 'unavailable');

/** Says what is here and what could come; without a network, only what is here, or why nothing can come. */
async function showState(): Promise<void> {
  const kept = await keptCopy(view);
  const begun = await begunCopy(view);
  const offered = await offeredCopy(view).catch((error: unknown) => {
    if (!kept) showOutcome(reasonOf(error));
    return undefined;
  });
  const missing = offered ? await missingBytes(offered) : 0;
  const isCurrent = kept !== undefined && begun === undefined && missing === 0;
  for (const name of ['kept', 'size', 'newer', 'current']) show(`[data-${name}]`, false);
  if (kept) say('kept', asDay(kept.kept));
  if (offered && isCurrent) show('[data-current]', true);
  if (offered && kept && !isCurrent) say('newer', asSize(missing));
  if (!kept && offered) say('size', asSize(missing), asSize(offered.stored));
  nameButton(kept ? 'update' : begun ? 'resume' : 'keep');
  show('[data-do="keep"]', offered !== undefined && !isCurrent);
  show('[data-do="erase"]', (kept ?? begun) !== undefined);
}

/** Asks the browser not to throw the copy away when room is short; it may say no, or not know the question. */
async function askToStay(): Promise<void> {
  try {
    if ('storage' in navigator) await navigator.storage.persist();
  } catch {
    // Then it may go when room is short, and be brought here again.
  }
}

/** Without the worker nothing that is kept would ever be shown. */
async function startWorker(signal: AbortSignal): Promise<void> {
  const cancelled = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new CopyError('cancelled'));
    });
  });
  try {
    await Promise.race([activeWorker(), cancelled]);
  } catch {
    // Says so when it was cancelled, or when the line is at fault; else it is the browser.
    await offeredCopy(view, signal);
    throw new CopyError('unavailable');
  }
}

let running: AbortController | undefined;

function showProgress(done: number, all: number): void {
  const bar = document.querySelector('progress');
  if (bar) bar.value = all === 0 ? 1 : done / all;
  const share = find('[data-share]');
  if (share) share.textContent = `${asSize(done)} / ${asSize(all)}`;
}

async function keep(): Promise<void> {
  running = new AbortController();
  showOutcome(undefined);
  showProgress(0, 1);
  for (const name of ['[data-do="keep"]', '[data-do="erase"]', '[data-size]', '[data-newer]']) show(name, false);
  for (const name of ['[data-do="cancel"]', '[data-progress]']) show(name, true);
  find('[data-do="cancel"]')?.focus();
  try {
    await askToStay();
    await startWorker(running.signal);
    await bringCopy(view, { signal: running.signal, onProgress: showProgress, now: Date.now() });
  } catch (error) {
    showOutcome(reasonOf(error));
  }
  running = undefined;
  for (const name of ['[data-do="cancel"]', '[data-progress]']) show(name, false);
  await showState();
}

async function erase(): Promise<void> {
  await eraseCopy(view);
  showOutcome(undefined);
  await showState();
}

async function linkTo(request: Request): Promise<HTMLLIElement> {
  const response = await caches.match(request, { cacheName: PAGES });
  const title = /<title>([^<]*)/.exec((await response?.text()) ?? '')?.[1];
  const link = document.createElement('a');
  const { pathname } = new URL(request.url);
  link.href = pathname;
  link.textContent = new DOMParser().parseFromString(title ?? pathname, 'text/html').body.textContent;
  const item = document.createElement('li');
  item.append(link);
  return item;
}

async function showSeen(): Promise<void> {
  const requests = await (await caches.open(PAGES)).keys();
  const own = requests.filter(({ url }) => new URL(url).pathname.startsWith(`/${view}/`));
  find('[data-seen] ul')?.replaceChildren(...(await Promise.all(own.map(linkTo))));
  show('[data-do="forget"]', own.length > 0);
  show('[data-seen]', true);
}

async function forget(): Promise<void> {
  await forgetPages();
  await showSeen();
}

const actions: Record<string, () => void | Promise<void>> = { keep, erase, forget, cancel: () => running?.abort() };

async function start(): Promise<void> {
  show('[data-copy]', true);
  show('[data-missing]', location.pathname !== `/${view}/offline/`);
  for (const [name, action] of Object.entries(actions))
    find(`[data-do="${name}"]`)?.addEventListener('click', () => {
      void action();
    });
  if (!('caches' in window) || !('serviceWorker' in navigator)) {
    showOutcome('unavailable');
    return;
  }
  await showState();
  await showSeen();
}

void start().catch(() => {
  showOutcome('unavailable');
});
