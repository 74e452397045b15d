// A site without a desk prepares the message; the visitor sends it, by the program of their choice.
import type { Fields } from './outgoing.ts';
import { namesFor } from './contact-names.ts';

/** The cells read French and Arabic: which name of `names.json` each is. */
const READERS = [1, 2];

/**
 * Prepares a WhatsApp message, a mail and a text to copy: the need in French and Arabic, the visitor's own words as they are.
 * @param form - The contact form.
 * @param fields - As they would be sent.
 */
export async function handOff(form: HTMLFormElement, fields: Fields): Promise<void> {
  const names = await namesFor(form);
  const need = READERS.map((reader) =>
    fields.flatMap(([field, id]) => names(field, id)?.[reader] ?? (field === 'query' ? [id] : [])).join('\n'),
  );
  const value = (name: string) => fields.find(([field]) => field === name)?.[1] ?? '';
  const reach = [value('name'), value('phone'), value('email')].filter(Boolean).join(' · ');
  const text = [...need, value('message'), reach].filter(Boolean).join('\n\n');
  const part = document.querySelector<HTMLElement>('[data-handoff]');
  const ways: [string, string][] = [
    ['WhatsApp', `https://wa.me/?text=${encodeURIComponent(text)}`],
    [
      form.querySelector('label[for="email"]')?.textContent ?? '',
      `mailto:${form.dataset['off'] ?? ''}?subject=Abrid&body=${encodeURIComponent(text)}`,
    ],
  ];
  part?.querySelector('ul')?.replaceChildren(
    ...ways.map(([name, href]) => {
      const link = document.createElement('a');
      link.className = 'button';
      link.href = href;
      link.textContent = name;
      const item = document.createElement('li');
      item.append(link);
      return item;
    }),
  );
  if (part) {
    part.hidden = false;
    part.focus();
  }
}
