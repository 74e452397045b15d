// The contact form, better than plain HTML: it checks as one leaves a field, keeps a draft on the device, and sends once even if
// the line goes down. Without this script it is a form like any other.
import './zod-in-page.ts';
import { contactFields, type ContactErrors, QUICKEST, readContact } from '../model/contact.ts';
import { handOff } from './contact-handoff.ts';
import { type About, readAbout, showAbout } from './contact-about.ts';
import { changeWaiting, type Fields, type Outgoing, readFields, send, waitingHere } from './outgoing.ts';

const DRAFT = 'abrid.draft';
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

function kept(name: string): [string, string][] {
  try {
    return readFields(JSON.parse(localStorage.getItem(name) ?? '[]'));
  } catch {
    return [];
  }
}

/** Where a request waits for the line. About danger it is this page alone: nothing of it stays on the device. */
interface Waiting {
  read: () => readonly Outgoing[];
  change: (dropped: string | undefined, added?: Outgoing) => void;
  /** The message that says so. */
  message: 'offline' | 'offline-here';
}

function openWaiting(isKept: boolean): Waiting {
  if (isKept) return { read: waitingHere, change: changeWaiting, message: 'offline' };
  let here: Outgoing[] = [];
  return {
    read: () => here,
    change: (dropped, added) => {
      here = [...here.filter(({ key }) => key !== dropped), ...(added ? [added] : [])];
    },
    message: 'offline-here',
  };
}

const fieldsOf = (from: HTMLFormElement): [string, string][] =>
  [...new FormData(from)].flatMap(([name, value]): [string, string][] => (typeof value === 'string' ? [[name, value]] : []));

function say(name: string, isShown: boolean, isFocused = false): void {
  const part = document.querySelector<HTMLElement>(`[data-say="${name}"]`);
  if (!part) return;
  part.hidden = !isShown;
  if (isShown && isFocused) part.focus();
}
const MESSAGES = ['failed', 'busy', 'offline', 'offline-here', 'errors', 'sent'];
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

function errorsOf(fields: Fields): ContactErrors {
  const read = readContact({ ...contactFields(fields.map(([name, value]) => [name, value])), locale: view.split('-')[0] });
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

function restore(of: HTMLFormElement, fields: Fields): void {
  for (const [name, value] of fields) for (const input of of.querySelectorAll(`[name="${CSS.escape(name)}"]`)) restoreInto(input, value);
}

const took = () => Math.round(performance.now() - opened);
const draftOf = (fields: Fields) => fields.filter(([name, value]) => value && !NOT_KEPT.includes(name));
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Not to be guessed; `randomUUID` is missing from phones of some years ago. */
const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

function start(of: HTMLFormElement, about: About): void {
  const isKept = !about.isPrivate;
  if (isKept) restore(of, kept(DRAFT));
  if (about.cell) restore(of, [['cell', about.cell]]);
  say('draft', isKept && kept(DRAFT).length > 0);
  followChannel(of);
  of.noValidate = true;
  const waiting = openWaiting(isKept);
  /** What was sent last from this page. The same again is the same request; other words are another. */
  let last: Outgoing | undefined;
  let isLastWaiting = false;
  let sending = false;
  let retrying = false;

  /** Sends; what is not understood or cannot be taken stays in the form, and what has not arrived waits. */
  const deliver = async (request: Outgoing, isAsked: boolean) => {
    const sent = await send(request, isAsked ? took() : undefined);
    const isHere = isSame(draftOf(request.fields), draftOf(fieldsOf(of)));
    if (sent === 'offline') waiting.change(undefined, request);
    if (sent !== 'offline' && !('why' in sent)) waiting.change(request.key);
    if (request === last) isLastWaiting = sent === 'offline' || (isLastWaiting && 'why' in sent);
    // What waits has said so already.
    if (sent === 'offline' || 'why' in sent) {
      if (isAsked) sayOnly(sent === 'offline' ? waiting.message : sent.why);
    } else if ('errors' in sent) {
      if (draftOf(fieldsOf(of)).length === 0) restore(of, request.fields);
      showErrors(sent.errors);
    } else {
      if (isSame(draftOf(request.fields), kept(DRAFT))) keep(DRAFT, undefined);
      // Somebody may be writing something else by now, in this tab or in another.
      if (isHere) location.assign(sent.link);
      else {
        document.querySelector('[data-say="sent"] a')?.setAttribute('href', sent.link);
        say(waiting.message, waiting.read().length > 0);
        say('sent', true);
      }
    }
  };
  const retry = async () => {
    if (sending || retrying || !navigator.onLine) return;
    retrying = true;
    // Each tab sends its own, even if another has sent it already: it is told the same receipt.
    for (const request of last && isLastWaiting ? [last] : waiting.read()) await deliver(request, false);
    retrying = false;
  };
  if (waiting.read().length > 0) say(waiting.message, true);
  void retry();
  addEventListener('online', () => void retry());
  setInterval(() => void retry(), RETRY);

  of.addEventListener('input', () => {
    followChannel(of);
    if (!isKept) return;
    keep(DRAFT, draftOf(fieldsOf(of)));
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
    for (const { key } of waiting.read()) waiting.change(key);
    isLastWaiting = false;
    of.reset();
    followChannel(of);
    sayOnly(undefined);
    say('draft', false);
  });
  of.addEventListener('submit', (event) => {
    event.preventDefault();
    if (sending) return;
    const fields = fieldsOf(of);
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
    const before = last;
    const isAgain = before !== undefined && isSame(before.fields, fields);
    // What was corrected while it waited is sent as it is now, and not as it was.
    if (before && !isAgain) waiting.change(before.key);
    isLastWaiting = false;
    last = isAgain ? before : { action: new URL(of.action).pathname, key: newKey(), fields };
    const button = of.querySelector('button.button');
    const words = button?.innerHTML ?? '';
    if (button instanceof HTMLElement) button.textContent = button.dataset['sending'] ?? '';
    sending = true;
    void new Promise((resolve) => setTimeout(resolve, QUICKEST - took()))
      .then(() => last && deliver(last, true))
      .finally(() => {
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
