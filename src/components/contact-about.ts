// What a request is about arrives behind the #, which no server sees: from a procedure, an outcome, an empty search, a cell.
import { LABELLED, namesFor } from './contact-names.ts';

/** What the page before has passed on. */
export interface About {
  cell: string | undefined;
  /** Name of the field and value. */
  fields: [name: string, value: string][];
  /** About danger: no draft is kept. */
  isPrivate: boolean;
}

const ID = /^[a-z0-9-]{1,80}$/;

/**
 * Reads what the page before has passed on.
 * @param hash - `#node=…&procedures=a+b&conditions=…&query=…&cell=…&private=1`.
 * @returns What can be understood of it.
 */
export function readAbout(hash: string): About {
  const given = new URLSearchParams(hash.slice(1));
  const ids = (name: string) => (given.get(name) ?? '').split(' ').filter((id) => ID.test(id));
  const query = given.get('query')?.slice(0, 200);
  return {
    cell: ids('cell')[0],
    fields: [
      ...['node', 'procedures', 'conditions'].flatMap((name) => ids(name).map((id): [string, string] => [name, id])),
      ...(query ? [['query', query] satisfies [string, string]] : []),
    ],
    isPrivate: given.has('private'),
  };
}

/**
 * Shows what a request is about, each with a button that takes it away.
 * @param form - Gets a hidden field for each.
 * @param about - Of `readAbout`.
 */
export function showAbout(form: HTMLFormElement, { fields }: About): void {
  const part = form.querySelector<HTMLElement>('[data-about]');
  const list = part?.querySelector('ul');
  if (!part || !list || fields.length === 0) return;
  part.hidden = false;
  for (const [name, value] of fields) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    const label = document.createElement('span');
    label.textContent = name === 'query' ? `“${value}”` : value;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button quiet';
    button.textContent = '×';
    button.setAttribute('aria-label', list.dataset['remove'] ?? '');
    const item = document.createElement('li');
    item.append(label, ' ', button, field);
    button.addEventListener('click', () => {
      item.remove();
      part.hidden = list.children.length === 0;
    });
    list.append(item);
    if (LABELLED.some((kind) => kind === name))
      void namesFor(form).then((names) => {
        label.textContent = names(name, value)?.[0] ?? value;
      });
  }
}
