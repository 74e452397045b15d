// The contact form, better than plain HTML: it checks as one leaves a field, keeps a draft on the device, and sends once even if
// the line goes down. Without this script it is a form like any other.
import './zod-in-page.ts';
import { contactFields, type ContactErrors, QUICKEST, readContact } from '../model/contact.ts';
import { handOff } from './contact-handoff.ts';
import { type About, readAbout, showAbout } from './contact-about.ts';

const DRAFT = 'abrid.draft';
const OUTGOING = 'abrid.outgoing';
const RETRY = 30_000;
/** Fields of which nothing is kept: consent is given each time anew. */
const NOT_KEPT = ['consent', 'website', 'key', 'took'];

const form = document.querySelector<HTMLFormElement>('form[data-contact]');
const opened = performance.now();
const view = location.pathname.split('/')[1] ?? '';

/** Private browsing may refuse to store anything: then there is no draft. */
function keep(name: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // The form itself still holds it.
  }
}

/** Pairs of name and value, as `keep` has written them. */
function readPair(pair: unknown): [string, string][] {
  if (!Array.isArray(pair)) return [];
  const parts: readonly unknown[] = pair;
  const [key, text] = parts;
  return typeof key === 'string' && typeof text === 'string' ? [[key, text]] : [];
}

function kept(name: string): [string, string][] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(name) ?? '[]');
    return Array.isArray(value) ? value.flatMap(readPair) : [];
  } catch {
    return [];
  }
}

/** What waits for the line. About danger it waits in this page only: nothing of it stays on the device. */
interface Waiting {
  read: () => [string, string][];
  write: (fields: [string, string][] | undefined) => void;
  /** The message that says so. */
  message: 'offline' | 'offline-here';
}

function openWaiting(isKept: boolean): Waiting {
  let here: [string, string][] = [];
  if (isKept)
    return {
      read: () => kept(OUTGOING),
      write: (fields) => {
        keep(OUTGOING, fields);
      },
      message: 'offline',
    };
  return { read: () => here, write: (fields) => (here = fields ?? []), message: 'offline-here' };
}

const fieldsOf = (from: HTMLFormElement): [string, string][] =>
  [...new FormData(from)].flatMap(([name, value]): [string, string][] => (typeof value === 'string' ? [[name, value]] : []));

function say(name: string, isShown: boolean, isFocused = false): void {
  const part = document.querySelector<HTMLElement>(`[data-say="${name}"]`);
  if (!part) return;
  part.hidden = !isShown;
  if (isShown && isFocused) part.focus();
}
const MESSAGES = ['failed', 'busy', 'offline', 'offline-here', 'errors'];
const sayOnly = (name: string | undefined) => {
  for (const message of MESSAGES) say(message, message === name, true);
};

function showError(field: string, kind: string | undefined): void {
  for (const message of document.querySelectorAll<HTMLElement>(`[data-error="${field}"] [data-kind]`))
    message.hidden = message.dataset['kind'] !== kind;
  for (const input of form?.querySelectorAll(`[name="${field}"]`) ?? [])
    if (kind) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
}

function errorsOf(fields: [string, string][]): ContactErrors {
  const read = readContact({ ...contactFields(fields), locale: view.split('-')[0] });
  return 'errors' in read ? read.errors : {};
}

function showErrors(errors: ContactErrors): void {
  for (const item of document.querySelectorAll<HTMLElement>('[data-summary]')) {
    const field = item.dataset['summary'] ?? '';
    const kind = Object.entries(errors).find(([name]) => name === field)?.[1];
    item.hidden = kind === undefined;
    showError(field, kind);
  }
  sayOnly('errors');
}

/** Shows the field that the chosen channel needs, and no other. */
function followChannel(of: HTMLFormElement): void {
  const channel = of.querySelector<HTMLInputElement>('[name="channel"]:checked')?.value;
  of.classList.toggle('chosen', channel !== undefined);
  for (const part of of.querySelectorAll<HTMLElement>('[data-for]'))
    part.classList.toggle('wanted', channel !== undefined && (part.dataset['for'] ?? '').split(' ').includes(channel));
}

function restoreInto(input: Element, value: string): void {
  if (input instanceof HTMLInputElement && (input.type === 'radio' || input.type === 'checkbox')) input.checked ||= input.value === value;
  else if (input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement || input instanceof HTMLSelectElement)
    input.value = value;
}

function restore(of: HTMLFormElement, fields: [string, string][]): void {
  for (const [name, value] of fields) for (const input of of.querySelectorAll(`[name="${CSS.escape(name)}"]`)) restoreInto(input, value);
}

const took = () => Math.round(performance.now() - opened);

/** Sends; what the server does not understand or cannot take stays in the form. */
async function send(of: HTMLFormElement, fields: [string, string][], waiting: Waiting): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, QUICKEST - took()));
  let answer: Response;
  try {
    answer = await fetch(of.action, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams([...fields, ['took', String(took())]]),
    });
  } catch {
    // The key makes it one request, however often it is sent.
    waiting.write(fields);
    sayOnly(waiting.message);
    return;
  }
  waiting.write(undefined);
  const result: unknown = await answer.json().catch(() => undefined);
  const part = typeof result === 'object' && result !== null ? result : {};
  if (answer.status === 201 && 'link' in part && typeof part.link === 'string') {
    keep(DRAFT, undefined);
    location.assign(part.link);
  } else if (answer.status === 422 && 'errors' in part && typeof part.errors === 'object' && part.errors) showErrors(part.errors);
  else sayOnly(answer.status === 429 ? 'busy' : 'failed');
}

/** Not to be guessed; `randomUUID` is missing from phones of some years ago. */
const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

function start(of: HTMLFormElement, about: About): void {
  const key = newKey();
  const isKept = !about.isPrivate;
  if (isKept) restore(of, kept(DRAFT));
  if (about.cell) restore(of, [['cell', about.cell]]);
  say('draft', isKept && kept(DRAFT).length > 0);
  followChannel(of);
  of.noValidate = true;
  let sending = false;
  const waiting = openWaiting(isKept);
  const retry = () => {
    const fields = waiting.read();
    if (fields.length > 0 && navigator.onLine) void send(of, fields, waiting);
  };
  if (waiting.read().length > 0) {
    say(waiting.message, true);
    retry();
  }
  addEventListener('online', retry);
  setInterval(retry, RETRY);

  of.addEventListener('input', () => {
    followChannel(of);
    if (!isKept) return;
    keep(
      DRAFT,
      fieldsOf(of).filter(([name, value]) => value && !NOT_KEPT.includes(name)),
    );
    say('draft', true);
  });
  of.addEventListener('focusout', ({ target }) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)) return;
    const { name, value } = target;
    // What is still empty is not scolded before it is sent.
    if (value) showError(name, Object.entries(errorsOf(fieldsOf(of))).find(([field]) => field === name)?.[1]);
  });
  of.querySelector('[data-erase]')?.addEventListener('click', () => {
    keep(DRAFT, undefined);
    of.reset();
    followChannel(of);
    say('draft', false);
  });
  of.addEventListener('submit', (event) => {
    event.preventDefault();
    if (sending) return;
    const fields: [string, string][] = [...fieldsOf(of), ['key', key]];
    const errors = errorsOf(fields);
    if (Object.keys(errors).length > 0) {
      showErrors(errors);
      return;
    }
    showErrors({});
    sayOnly(undefined);
    if (of.dataset['off'] !== undefined) {
      void handOff(of, fields);
      return;
    }
    sending = true;
    const button = of.querySelector('button.button');
    const words = button?.innerHTML ?? '';
    if (button instanceof HTMLElement) button.textContent = button.dataset['sending'] ?? '';
    void send(of, fields, waiting).finally(() => {
      sending = false;
      if (button) button.innerHTML = words;
    });
  });
}

if (form) {
  const about = readAbout(location.hash);
  showAbout(form, about);
  start(form, about);
}
