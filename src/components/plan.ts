// The plan page: joins the pages of several outcomes into one plan. The pages are those that everybody reads; what is joined
// is known to this device alone.
import { readNeeds, storedNeeds, storeNeeds } from './plan-store.ts';

const root = document.querySelector<HTMLElement>('[data-plan-root]');
const part = (name: string) => root?.querySelector<HTMLElement>(`[data-plan-part="${name}"]`) ?? undefined;
const show = (name: string, isShown: boolean) => {
  const item = part(name);
  if (item) item.hidden = !isShown;
};

/** Puts the items of one list at the end of another, except those that are there already. */
function join(into: Element, items: Iterable<HTMLElement>, merge?: (there: HTMLElement, item: HTMLElement) => void): void {
  for (const item of items) {
    const there = Array.from(into.children).find((child) => child instanceof HTMLElement && child.dataset['key'] === item.dataset['key']);
    if (!(there instanceof HTMLElement)) into.append(document.importNode(item, true));
    else merge?.(there, item);
  }
}

/** A paper that several needs want: what each wants of it, and the largest number of copies. */
function mergePaper(there: HTMLElement, item: HTMLElement): void {
  const [wants, more] = [there.querySelector('.wants'), item.querySelector('.wants')];
  if (wants && more) join(wants, more.querySelectorAll<HTMLElement>('[data-key]'));
  if (Number(item.dataset['copies']) <= Number(there.dataset['copies'])) return;
  there.dataset['copies'] = item.dataset['copies'] ?? '';
  const text = there.querySelector('[data-copies-text]');
  if (text) text.textContent = item.querySelector('[data-copies-text]')?.textContent ?? '';
}

const itemsOf = (page: Document, name: string) => page.querySelectorAll<HTMLElement>(`[data-part="${name}"] > [data-key]`);

/** One need with what to do first, the answers that led to it, and a way to take it out. */
function needCard(id: string, page: Document, remove: (id: string) => void): HTMLElement | undefined {
  const template = root?.querySelector<HTMLTemplateElement>('template');
  const card = template?.content.firstElementChild?.cloneNode(true);
  if (!(card instanceof HTMLElement)) return undefined;
  const link = card.querySelector('a');
  if (link) {
    link.href = `../${id}/`;
    link.textContent = page.querySelector('[data-part="title"]')?.textContent ?? id;
  }
  const first = card.querySelector('[data-first]');
  if (first) first.textContent = page.querySelector('[data-part="first"]')?.textContent ?? '';
  card.querySelector('button')?.addEventListener('click', () => {
    remove(id);
  });
  return card;
}

async function pageOf(id: string): Promise<Document | 'gone' | 'unreachable'> {
  const answer = await fetch(`../${id}/`).catch(() => undefined);
  if (!answer) return 'unreachable';
  // An address that is no longer a node is answered by another page.
  if (!answer.ok || answer.redirected) return 'gone';
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return page.querySelector('[data-part="title"]') ? page : 'gone';
}

function addressOf(needs: readonly string[]): string {
  return `${location.origin}${location.pathname}#${needs.join('+')}`;
}

async function build(needs: readonly string[], damaged: boolean): Promise<void> {
  for (const name of ['needs', 'deadlines', 'procedures', 'papers', 'offices']) part(`${name}-list`)?.replaceChildren();
  show('loading', needs.length > 0);
  const pages = await Promise.all(needs.map(pageOf));
  const found = needs.flatMap((id, index) => {
    const page = pages[index];
    return page instanceof Document ? [{ id, page }] : [];
  });
  for (const { id, page } of found) {
    const card = needCard(id, page, (removed) => {
      change(needs.filter((need) => need !== removed));
    });
    if (card) part('needs-list')?.append(card);
    const deadlines = page.querySelector('[data-part="deadlines"] > ul');
    if (deadlines) part('deadlines-list')?.append(...Array.from(deadlines.children, (item) => document.importNode(item, true)));
    const [procedures, papers, offices] = [part('procedures-list'), part('papers-list'), part('offices-list')];
    if (procedures) join(procedures, itemsOf(page, 'procedures'));
    if (papers) join(papers, itemsOf(page, 'papers'), mergePaper);
    if (offices) join(offices, itemsOf(page, 'offices'));
  }
  for (const name of ['needs', 'deadlines', 'procedures', 'papers', 'offices'])
    show(name, (part(`${name}-list`)?.childElementCount ?? 0) > 0);
  show('loading', false);
  show('empty', found.length === 0);
  show('share', found.length > 0);
  show('damaged', damaged || pages.includes('gone'));
  show('offline', pages.includes('unreachable'));
  if (root) root.dataset['needs'] = found.map(({ id }) => id).join('+');
  // The ticks and "open now" of what has just been put in.
  document.dispatchEvent(new Event('abrid:content'));
}

function change(needs: readonly string[]): void {
  storeNeeds(needs);
  history.replaceState(null, '', needs.length > 0 ? addressOf(needs) : location.pathname);
  void build(needs, false);
}

function shareButtons(): void {
  const address = () => addressOf(readNeeds(root?.dataset['needs'] ?? '').needs);
  const on = (name: string, action: (button: HTMLElement) => void) => {
    const button = part(name);
    button?.addEventListener('click', () => {
      action(button);
    });
  };
  on('whatsapp', () =>
    open(`https://wa.me/?text=${encodeURIComponent(`${document.title} ${address()}`)}`, '_blank', 'noopener,noreferrer'),
  );
  on('copy', (button) => {
    void navigator.clipboard.writeText(address()).then(() => {
      const status = part('status');
      if (status) status.textContent = button.dataset['done'] ?? '';
    });
  });
  on('qr', (button) => {
    void import('./plan-qr.ts').then(({ qrCode }) => {
      part('qr-code')?.replaceChildren(qrCode(address(), button.dataset['label'] ?? ''));
    });
  });
  on('erase', () => {
    change([]);
  });
}

/** A plan from a link is shown and not kept: it may be somebody else's. */
function start(): void {
  const linked = readNeeds(location.hash.slice(1));
  void build(linked.needs.length > 0 || linked.damaged ? linked.needs : storedNeeds(), linked.damaged);
}

if (root) {
  root.hidden = false;
  shareButtons();
  start();
  addEventListener('hashchange', start);
}
