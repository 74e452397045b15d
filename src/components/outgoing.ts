// Requests that wait for the line, and how a request is sent. See `contact-form.ts`, and `send-waiting.ts` for the other pages.
import type { ContactErrors } from '../model/contact.ts';

/** Name and value, as a form sends them. */
export type Fields = readonly (readonly [name: string, value: string])[];

/** A request, ready to be sent. Its key makes it one request, however often it is sent. */
export interface Outgoing {
  /** Path of the contact page in the language of the form. */
  action: string;
  key: string;
  fields: Fields;
}

/** What came of sending: a receipt, what is wrong with it by field, another answer than one of the desk, or no line. */
export type Sent = { link: string } | { errors: ContactErrors } | { why: 'failed' | 'busy' } | 'offline';

/** `page.ts` looks for it. */
const STORED = 'abrid.outgoing';

const record = (value: unknown) => new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);

const isPair = (value: unknown): value is [string, string] =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');

/**
 * Reads fields that were stored.
 * @param value - May be anything.
 * @returns The pairs in it.
 */
export const readFields = (value: unknown): [string, string][] => (Array.isArray(value) ? value.filter(isPair) : []);

function readOutgoing(value: unknown): Outgoing[] {
  const stored = record(value);
  const [action, key] = [stored.get('action'), stored.get('key')];
  const isRequest = typeof action === 'string' && action.startsWith('/') && typeof key === 'string';
  return isRequest ? [{ action, key, fields: readFields(stored.get('fields')) }] : [];
}

/**
 * The requests that wait on this device.
 * @returns The first that was to be sent first; none where the browser stores nothing.
 */
export function waitingHere(): Outgoing[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(STORED) ?? '[]');
    return Array.isArray(value) ? value.flatMap(readOutgoing) : [];
  } catch {
    return [];
  }
}

/**
 * Changes the requests that wait on this device. Other tabs may have added some: the list is read again each time.
 * @param dropped - Key of one that waits no more.
 * @param added - One that waits from now on.
 */
export function changeWaiting(dropped: string | undefined, added?: Outgoing): void {
  const list = [...waitingHere().filter(({ key }) => key !== dropped && key !== added?.key), ...(added ? [added] : [])];
  try {
    if (list.length > 0) localStorage.setItem(STORED, JSON.stringify(list));
    else localStorage.removeItem(STORED);
  } catch {
    // The form still holds it.
  }
}

/**
 * Sends a request.
 * @param request - It may have been sent before.
 * @param took - Milliseconds that the visitor took to write it; a program would take fewer.
 * @returns What came of it. Only a receipt, or errors, say that it need not be sent again.
 */
export async function send({ action, key, fields }: Outgoing, took?: number): Promise<Sent> {
  let answer: Response;
  try {
    const all = [...fields, ['key', key], ...(took === undefined ? [] : [['took', String(took)]])].map(([name = '', value = '']) => [
      name,
      value,
    ]);
    answer = await fetch(action, { method: 'POST', headers: { accept: 'application/json' }, body: new URLSearchParams(all) });
  } catch {
    return 'offline';
  }
  const body: unknown = await answer.json().catch(() => undefined);
  const said = record(body);
  const [link, errors] = [said.get('link'), said.get('errors')];
  if (answer.status === 201 && typeof link === 'string') return { link };
  if (answer.status === 422 && typeof errors === 'object' && errors) return { errors };
  return { why: answer.status === 429 ? 'busy' : 'failed' };
}
