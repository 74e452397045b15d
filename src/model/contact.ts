import { z } from 'zod';
import { Id } from './id.ts';
import { Locale } from './locale.ts';

/** What is wrong with a field, as a key: the page says it in its language. */
const FIELD_ERRORS = ['missing', 'too-long', 'phone', 'email', 'consent', 'unknown'] as const;
export type FieldError = (typeof FIELD_ERRORS)[number];

/** How a person wants to be answered. */
export const CHANNELS = ['phone', 'whatsapp', 'email', 'visit'] as const;
export const TIMES = ['morning', 'afternoon', 'evening'] as const;
/** A visitor's own words, at most. */
export const LONGEST_MESSAGE = 4000;

const CONTROL = /[\p{Cc}\u2028\u2029]/gu;
/** They turn the order of what follows, in the mail of somebody else too. */
const BIDI_CONTROL = /[\u202A-\u202E\u2066-\u2069]/g;

/** One line, without control characters: nothing in it can become a header of a mail. */
const oneLine = (most: number) =>
  z
    .string({ error: 'unknown' })
    .transform((text) => text.replace(CONTROL, ' ').replace(BIDI_CONTROL, '').replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(most, 'too-long'));

const paragraph = z
  .string({ error: 'missing' })
  .transform((text) =>
    text
      .replace(/\r\n?/g, '\n')
      .replace(/[^\n\P{Cc}]/gu, ' ')
      .replace(BIDI_CONTROL, '')
      .trim(),
  )
  .pipe(z.string().min(1, 'missing').max(LONGEST_MESSAGE, 'too-long'));

const id = Id.max(80, 'unknown');
const PHONE = /^\+?[\d\s().-]{6,24}$/;
/** As strict as must be: what cannot be written to would be an answer that never comes. */
const EMAIL = /^[^\s@<>,;:"()[\]\\]{1,64}@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\]{2,}$/;

/** Whether what the chosen channel needs is there, and of that form; whatever else was sent. */
const isReachable = (field: string, channels: readonly string[], form: RegExp) => (data: unknown) => {
  const sent = new Map<string, unknown>(typeof data === 'object' && data !== null ? Object.entries(data) : []);
  const value = sent.get(field);
  return !channels.some((channel) => channel === sent.get('channel')) || (typeof value === 'string' && form.test(value.trim()));
};

/** What a visitor sends to a cell. The same schema in the browser and on the server; nothing else is asked for. */
export const ContactRequest = z
  .object({
    key: z
      .string()
      .regex(/^[\w-]{16,64}$/, 'unknown')
      .optional()
      .describe('Made by the browser: sent twice, it is one request.'),
    locale: Locale.describe('Of the page.'),
    cell: z.string({ error: 'missing' }).min(1, 'missing').pipe(id),
    node: id.optional().describe('Outcome of the questions.'),
    procedures: z.array(id).max(10, 'too-long').default([]),
    conditions: z.array(id).max(20, 'too-long').default([]),
    query: oneLine(200).optional().describe('A search that found nothing.'),
    message: paragraph,
    channel: z.enum(CHANNELS, { error: 'missing' }),
    phone: oneLine(30).optional(),
    email: oneLine(120).optional(),
    language: Locale.describe('In which to be answered.'),
    times: z
      .array(z.enum(TIMES, { error: 'unknown' }))
      .max(TIMES.length)
      .default([]),
    name: oneLine(100).optional(),
    consent: z.literal('yes', { error: 'consent' }),
  })
  // Told together with what is wrong elsewhere, not after it was mended.
  .refine(isReachable('phone', ['phone', 'whatsapp'], /./), { path: ['phone'], error: 'missing', when: () => true })
  .refine(isReachable('phone', ['phone', 'whatsapp'], PHONE), { path: ['phone'], error: 'phone', when: () => true })
  .refine(isReachable('email', ['email'], /./), { path: ['email'], error: 'missing', when: () => true })
  .refine(isReachable('email', ['email'], EMAIL), { path: ['email'], error: 'email', when: () => true });
export type ContactRequest = z.infer<typeof ContactRequest>;

/** What is wrong, by field, in the order of the form. */
export type ContactErrors = Partial<Record<keyof ContactRequest, FieldError>>;

const isFieldError = (message: string): message is FieldError => FIELD_ERRORS.some((known) => known === message);
const isField = (name: unknown): name is keyof ContactRequest => typeof name === 'string' && name in ContactRequest.shape;

/**
 * Checks what was sent.
 * @param data - May be anything.
 * @returns The request, or what is wrong with it by field.
 */
export function readContact(data: unknown): { request: ContactRequest } | { errors: ContactErrors } {
  const { success, data: request, error } = ContactRequest.safeParse(data);
  if (success) return { request };
  const errors: ContactErrors = {};
  for (const { path, message } of error.issues) {
    const [field] = path;
    if (isField(field)) errors[field] ??= isFieldError(message) ? message : 'unknown';
  }
  // Not even an object.
  return { errors: Object.keys(errors).length > 0 ? errors : { message: 'missing' } };
}

const LISTS = ['procedures', 'conditions', 'times'];

/**
 * Turns the fields of a plain HTML form into what the schema takes.
 * @param fields - Name and value, as a form sends them; names may repeat.
 * @returns Lists as arrays; empty fields left out.
 */
export function contactFields(fields: Iterable<[string, string]>): Record<string, string | string[]> {
  const read: Record<string, string | string[]> = {};
  for (const [name, value] of fields) {
    if (value === '' || name === '__proto__') continue;
    if (!LISTS.includes(name)) read[name] = value;
    else read[name] = [read[name] ?? [], value.split(' ').filter(Boolean)].flat();
  }
  return read;
}

/** How long the content of a request is kept after it was closed, unless the administrator says otherwise. */
export const RETENTION_DAYS = 90;

/** Nobody writes a request faster, in milliseconds: a program does. Whoever sends a draft at once is made to wait, not refused. */
export const QUICKEST = 2000;
