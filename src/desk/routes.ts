import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { formatDate } from '../i18n/format.ts';
import { contactFields, type ContactErrors, QUICKEST, readContact } from '../model/contact.ts';
import { localeOf, type View, VIEWS } from '../model/locale.ts';
import { ACTIONS, type Action } from './mail.ts';
import type { DeskNames } from './names.ts';
import { openPage, refill, say } from './page.ts';
import { readReference, type Signer } from './reference.ts';
import type { RequestView, Store } from './store.ts';

/** What somebody may send, in bytes. */
const BODY_LIMIT = 32 * 1024;
const FORM = 'application/x-www-form-urlencoded';
/** A field that people do not see, and programs fill in. */
const TRAP = 'website';

/** What the routes work with. */
export interface DeskRoutes {
  /** Folder of the built site. */
  root: string;
  /** Rejects while the database is away. */
  store: () => Promise<Store>;
  names: DeskNames;
  signer: Signer;
  /** Whether one more request may come from an address. */
  isAllowed: (address: string) => boolean;
  /** Called when something has come that is to be sent. */
  wake: () => void;
  now: () => number;
}

type Fields = [string, string][];

/** Only pages of the portal send here. Browsers that say nothing of where a form stands are old, not hostile. */
function isOwnPage({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = headers;
  // Forms of pages that send no referrer say "null".
  return origin === undefined || origin === 'null' || URL.parse(origin)?.host === headers.host;
}

function fieldsOf(body: unknown): Fields {
  if (body instanceof URLSearchParams) return [...body];
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]: [string, unknown]): Fields => {
    if (typeof value === 'string') return [[name, value]];
    return Array.isArray(value) ? value.flatMap((item: unknown): Fields => (typeof item === 'string' ? [[name, item]] : [])) : [];
  });
}

const wantsJson = ({ headers }: FastifyRequest) => headers.accept?.includes('application/json') ?? false;

async function html(reply: FastifyReply, status: number, page: { toString: () => string }): Promise<FastifyReply> {
  return reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page.toString());
}

/**
 * Puts the desk into the server.
 * @param app - The server of the portal.
 * @param desk - Store, names, limits.
 */
export function addDesk(app: FastifyInstance, desk: DeskRoutes): void {
  app.addContentTypeParser(FORM, { parseAs: 'string', bodyLimit: BODY_LIMIT }, (_request, body, done) => {
    done(null, new URLSearchParams(body.toString()));
  });
  const options = { bodyLimit: BODY_LIMIT };
  for (const view of VIEWS) {
    app.post(`/${view}/contact/`, options, async (request, reply) => takeRequest(desk, view, request, reply));
    app.get(`/${view}/request/`, async (request, reply) => showRequest(desk, view, request, reply));
    app.post(`/${view}/request/`, options, async (request, reply) => withdrawRequest(desk, view, request, reply));
  }
  for (const action of ACTIONS) {
    app.get(`/desk/:number/${action}/`, async (request, reply) => askAction(desk, action, request, reply));
    app.post(`/desk/:number/${action}/`, options, async (request, reply) => doAction(desk, action, request, reply));
  }
}

async function takeRequest(desk: DeskRoutes, view: View, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const fields = fieldsOf(request.body);
  const sent = new Map(fields);
  const took = Number(sent.get('took') ?? Infinity);
  if (!isOwnPage(request) || sent.get(TRAP) || took < QUICKEST)
    return refuse(desk, view, { request, reply, fields, status: 403, part: 'failed', errors: {} });
  const read = readContact({ ...contactFields(fields), locale: localeOf(view) });
  const isKnownCell = 'request' in read && read.request.cell in desk.names.cells;
  if (!('request' in read) || !isKnownCell) {
    const errors: ContactErrors = 'errors' in read ? read.errors : { cell: 'unknown' };
    return refuse(desk, view, { request, reply, fields, status: 422, part: 'errors', errors });
  }
  if (!desk.isAllowed(request.ip)) return refuse(desk, view, { request, reply, fields, status: 429, part: 'busy', errors: {} });
  try {
    const { number, secret } = await (await desk.store()).accept(read.request);
    desk.wake();
    const link = `/${view}/request/?n=${number}&s=${secret}`;
    void reply.header('cache-control', 'no-store');
    return await (wantsJson(request) ? reply.code(201).send({ number, link }) : reply.redirect(link, 303));
  } catch (error) {
    request.log.error({ err: error }, 'request not stored');
    return refuse(desk, view, { request, reply, fields, status: 503, part: 'failed', errors: {} });
  }
}

interface Refusal {
  request: FastifyRequest;
  reply: FastifyReply;
  fields: Fields;
  status: number;
  /** Which message of the page is shown. */
  part: 'errors' | 'failed' | 'busy';
  errors: ContactErrors;
}

async function refuse(desk: DeskRoutes, view: View, { request, reply, fields, status, part, errors }: Refusal): Promise<FastifyReply> {
  if (wantsJson(request)) return reply.code(status).header('cache-control', 'no-store').send({ error: part, errors });
  const page = await openPage(join(desk.root, view, 'contact/index.html'));
  say(page, part);
  const form = page.querySelector('form[data-contact]');
  if (form) refill(form, fields);
  for (const [field, error] of Object.entries(errors)) {
    page.querySelector(`[data-error="${field}"] [data-kind="${error}"]`)?.removeAttribute('hidden');
    page.querySelector(`[data-summary="${field}"]`)?.removeAttribute('hidden');
    for (const input of page.querySelectorAll(`form[data-contact] [name="${field}"]`)) input.setAttribute('aria-invalid', 'true');
  }
  return html(reply, status, page);
}

const queryOf = ({ url }: FastifyRequest) => new URL(url, 'http://localhost').searchParams;

async function renderRequest(desk: DeskRoutes, view: View, found: RequestView | undefined | 'unavailable', secret: string) {
  const page = await openPage(join(desk.root, view, 'request/index.html'));
  if (found === 'unavailable' || found === undefined) {
    say(page, found === undefined ? 'unknown' : 'unavailable');
    return page;
  }
  const locale = localeOf(view);
  const day = (moment: number) => formatDate(new Date(moment).toISOString().slice(0, 10), locale);
  say(page, 'known', { number: found.number, cell: desk.names.places[found.cell]?.[locale] ?? found.cell, created: day(found.created) });
  say(page, found.state, { to: found.passedTo ?? '' });
  if (found.expected) say(page, 'expected', { day: day(found.expected) });
  if (found.state !== 'withdrawn') say(page, 'withdraw');
  page.querySelector('[name="n"]')?.setAttribute('value', found.number);
  page.querySelector('[name="s"]')?.setAttribute('value', secret);
  return page;
}

async function showRequest(desk: DeskRoutes, view: View, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const query = queryOf(request);
  const number = readReference(query.get('n') ?? '');
  const secret = query.get('s') ?? '';
  try {
    const found = number && (await (await desk.store()).find(number, secret));
    return await html(reply, found ? 200 : 404, await renderRequest(desk, view, found || undefined, secret));
  } catch (error) {
    request.log.error({ err: error }, 'database does not answer');
    return html(reply, 503, await renderRequest(desk, view, 'unavailable', secret));
  }
}

async function withdrawRequest(desk: DeskRoutes, view: View, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const sent = new Map(fieldsOf(request.body));
  const number = readReference(sent.get('n') ?? '');
  const secret = sent.get('s') ?? '';
  if (!number || !isOwnPage(request)) return html(reply, 404, await renderRequest(desk, view, undefined, secret));
  try {
    const found = await (await desk.store()).withdraw(number, secret);
    return await html(reply, found ? 200 : 404, await renderRequest(desk, view, found, secret));
  } catch (error) {
    request.log.error({ err: error }, 'database does not answer');
    return html(reply, 503, await renderRequest(desk, view, 'unavailable', secret));
  }
}

/** The number that a link of a mail names, where it is signed and has not expired. */
function signedNumber({ signer, now }: DeskRoutes, action: Action, request: FastifyRequest): string | undefined {
  const query = queryOf(request);
  const [, , named = ''] = request.url.split('/');
  const number = readReference(named);
  const expires = query.get('e') ?? '';
  const isGood = number && signer.isSigned(query.get('t') ?? '', action, number, expires) && Number(expires) * 1000 > now();
  return isGood ? number : undefined;
}

async function askAction(desk: DeskRoutes, action: Action, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const page = await openPage(join(desk.root, 'desk/index.html'));
  const number = signedNumber(desk, action, request);
  if (!number) {
    say(page, 'expired');
    return html(reply, 404, page);
  }
  say(page, 'ask', { number });
  say(page, action);
  page.querySelector('form')?.setAttribute('action', request.url);
  return html(reply, 200, page);
}

async function doAction(desk: DeskRoutes, action: Action, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const page = await openPage(join(desk.root, 'desk/index.html'));
  const number = signedNumber(desk, action, request);
  if (!number || !isOwnPage(request)) {
    say(page, 'expired');
    return html(reply, 404, page);
  }
  const to =
    new Map(fieldsOf(request.body))
      .get('to')
      ?.replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, 200) ?? null;
  try {
    const isKnown = await (await desk.store()).note(number, action, to);
    say(page, isKnown ? 'done' : 'gone', { number });
    return await html(reply, isKnown ? 200 : 410, page);
  } catch (error) {
    request.log.error({ err: error }, 'database does not answer');
    say(page, 'unavailable');
    return html(reply, 503, page);
  }
}
