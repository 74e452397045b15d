import { readFile } from 'node:fs/promises';
import { type HTMLElement, parse } from 'node-html-parser';

const OPTIONS = { comment: true, blockTextElements: { script: true, noscript: true, style: true, pre: true } };

/**
 * A page of the built site, to be filled in for one visitor. Its style stays to the letter: the policy names its hash.
 * @param file - Path of the HTML.
 * @returns Its elements.
 */
export async function openPage(file: string): Promise<HTMLElement> {
  return parse(await readFile(file, 'utf8'), OPTIONS);
}

/**
 * Shows one of the parts that a page keeps hidden.
 * @param page - Of `openPage`.
 * @param name - Its `data-say`.
 * @param texts - What is written into its `data-fill` elements, by name; escaped.
 */
export function say(page: HTMLElement, name: string, texts: Readonly<Record<string, string>> = {}): void {
  const part = page.querySelector(`[data-say="${name}"]`);
  part?.removeAttribute('hidden');
  for (const [key, text] of Object.entries(texts)) {
    const place = part?.querySelector(`[data-fill="${key}"]`);
    if (place) place.textContent = text;
  }
}

/**
 * Puts back into a form what was sent: nothing that somebody typed is lost.
 * @param form - Of the page.
 * @param fields - Name and value, as they were sent.
 */
export function refill(form: HTMLElement, fields: Iterable<[string, string]>): void {
  for (const [name, value] of fields) {
    const safe = name.replace(/[^\w-]/g, '');
    for (const input of form.querySelectorAll(`input[name="${safe}"]`)) refillInput(input, value);
    for (const area of form.querySelectorAll(`textarea[name="${safe}"]`)) area.textContent = value;
    for (const option of form.querySelectorAll(`select[name="${safe}"] option`))
      if (option.getAttribute('value') === value) option.setAttribute('selected', '');
  }
}

function refillInput(input: HTMLElement, value: string): void {
  const isChoice = ['checkbox', 'radio'].includes(input.getAttribute('type') ?? '');
  if (!isChoice) input.setAttribute('value', value);
  else if (input.getAttribute('value') === value) input.setAttribute('checked', '');
}
