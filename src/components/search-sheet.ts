// The box that opens over any page. It is made when it is asked for, so that pages stay light.
import boxStyle from '../styles/search-box.css?url';
import { suggestIn } from './suggest.ts';

let sheet: HTMLDialogElement | undefined;
/** Settles when the style has come, or will not come. */
let styled: Promise<unknown> | undefined;

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function makeSheet(link: HTMLAnchorElement): HTMLDialogElement {
  const name = link.getAttribute('aria-label') ?? '';
  const [close = '', count = '', version = ''] = link.dataset['search']?.split('|') ?? [];
  const input = element('input', {
    name: 'q',
    type: 'search',
    autocomplete: 'off',
    role: 'combobox',
    'aria-label': name,
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
    'aria-controls': 'sheet-suggestions',
  });
  const list = element('div', { id: 'sheet-suggestions', class: 'suggestions', role: 'listbox', 'aria-label': name });
  list.hidden = true;
  const announced = element('p', { class: 'visually-hidden', role: 'status', 'data-label': count });
  const icon = link.querySelector('svg')?.cloneNode(true);
  const submit = element('button', { class: 'button', 'aria-label': name }, icon ?? name);
  const shut = element('button', { type: 'button', class: 'button quiet', 'aria-label': close }, '×');
  const form = element(
    'form',
    { action: link.href, role: 'search' },
    element('p', { class: 'field' }, input, submit, shut),
    list,
    announced,
  );
  const dialog = element('dialog', { class: 'sheet', 'aria-label': name }, form);
  shut.addEventListener('click', () => {
    dialog.close();
  });
  // Escape puts the suggestions away first; a field to search in would then keep it for itself.
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) dialog.close();
  });
  // A tap beside the sheet puts it away.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  document.body.append(dialog);
  suggestIn({ input, list, announced, entries: `${link.pathname}entries.json${version && `?v=${version}`}` });
  return dialog;
}

function fetchStyle(): Promise<unknown> {
  const style = element('link', { rel: 'stylesheet', href: boxStyle });
  const settled = new Promise((resolve) => {
    style.addEventListener('load', resolve);
    style.addEventListener('error', resolve);
  });
  document.head.append(style);
  return settled;
}

/**
 * Opens the box, when its style is there: it would jump otherwise.
 * @param link - The link to the page of results: it has the names and the icon in the language of the page.
 */
export function openSheet(link: HTMLAnchorElement): void {
  const box = (sheet ??= makeSheet(link));
  styled ??= fetchStyle();
  void styled.then(() => {
    if (!box.open) box.showModal();
    box.querySelector('input')?.focus();
  });
}
