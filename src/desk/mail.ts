import { z } from 'zod';
import { translator } from '../i18n/translator.ts';
import { traitsOf } from '../i18n/locales.ts';
import { CHANNELS, TIMES } from '../model/contact.ts';
import { Locale } from '../model/locale.ts';
import type { DeskNames } from './names.ts';
import type { DueMail } from './outbox.ts';
import type { Signer } from './reference.ts';

/** What a cell can say of a request. */
export const ACTIONS = ['taken', 'answered', 'passed'] as const;
export type Action = (typeof ACTIONS)[number];

/** The cells read these, in this order. */
const READERS = ['fr', 'ar'] as const;
/** How long the links of a mail work, in days. */
const LINK_DAYS = 60;
const DAY = 86_400_000;

const Content = z.object({
  message: z.string(),
  query: z.string().optional(),
  name: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  times: z.array(z.enum(TIMES)).default([]),
});
const Ids = z.array(z.string());

/** A mail, ready for the transport. */
export interface Mail {
  to: string;
  messageId: string;
  subject: string;
  text: string;
  html: string;
}

/** What mails are made with. */
export interface MailSettings {
  names: DeskNames;
  site: string;
  signer: Signer;
  now: () => number;
}

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[letter] ?? letter);

/**
 * The link by which a cell says what it has done. It opens a page that asks for a click: programs that open every link of a
 * mail change nothing.
 * @param action - What it says.
 * @param number - Of the request.
 * @param settings - Site, signer, clock.
 * @returns An address that expires after some weeks.
 */
function actionLink(action: Action, number: string, { site, signer, now }: MailSettings): string {
  const expires = String(Math.floor((now() + LINK_DAYS * DAY) / 1000));
  return `${site}/desk/${number}/${action}/?e=${expires}&t=${signer.sign(action, number, expires)}`;
}

/** One block of the mail: a heading and its lines; those with an address are links. */
interface Block {
  heading: string;
  lines: { text: string; href?: string }[];
}

function blocksFor(reader: 'fr' | 'ar', { request }: DueMail, settings: MailSettings): Block[] {
  const { names, site } = settings;
  const t = translator(reader);
  const content = Content.parse(JSON.parse(request.content ?? '{"message":""}'));
  const nameIn = (list: Record<string, Record<Locale, string>>, id: string) => list[id]?.[reader] ?? id;
  const procedures = Ids.parse(JSON.parse(request.procedures));
  const conditions = Ids.parse(JSON.parse(request.conditions));
  const locale = Locale.catch('fr').parse(request.locale);
  const channel = z.enum(CHANNELS).catch('visit').parse(request.channel);
  const need = [
    ...(request.node ? [nameIn(names.nodes, request.node)] : []),
    ...procedures.map((id) => nameIn(names.procedures, id)),
    ...conditions.map((id) => nameIn(names.conditions, id)),
    ...(content.query ? [`« ${content.query} »`] : []),
  ];
  const pages = procedures.flatMap((id) => [...new Set([locale, 'fr'])].map((language) => `${site}/${language}/procedures/${id}/`));
  const answer = [
    t(`contact.channel.${channel}`),
    ...(content.phone ? [content.phone] : []),
    ...(content.email ? [content.email] : []),
    // Named in itself, as the language choice does.
    traitsOf(Locale.catch('fr').parse(request.language)).name.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))),
    ...content.times.map((time) => t(`contact.times.${time}`)),
    ...(content.name ? [content.name] : []),
  ];
  const line = (text: string) => ({ text });
  return [
    { heading: nameIn(names.places, request.cell), lines: [] },
    ...(need.length > 0 ? [{ heading: t('desk.need'), lines: need.map(line) }] : []),
    { heading: t('desk.words'), lines: content.message.split('\n').map(line) },
    { heading: t('desk.answer'), lines: answer.map(line) },
    ...(pages.length > 0 ? [{ heading: t('desk.pages'), lines: pages.map((href) => ({ text: href, href })) }] : []),
    {
      heading: t('desk.say'),
      lines: ACTIONS.map((action) => ({ text: t(`desk.action.${action}`), href: actionLink(action, request.number, settings) })),
    },
  ];
}

function asText({ heading, lines }: Block): string {
  return [heading, ...lines.map(({ text, href }) => (href && href !== text ? `  ${text}: ${href}` : `  ${text}`))].join('\n');
}

function asHtml({ heading, lines }: Block): string {
  const items = lines.map(({ text, href }) => (href ? `<a href="${escaped(href)}">${escaped(text)}</a>` : `<bdi>${escaped(text)}</bdi>`));
  return `<h2 style="font-size:1rem;margin:1.2em 0 .2em">${escaped(heading)}</h2><p style="margin:0">${items.join('<br>')}</p>`;
}

/**
 * Writes the mail about a request: what was chosen in French and in Arabic, the visitor's own words as they are.
 * @param due - Of the outbox.
 * @param settings - Names, site, signer, clock.
 * @returns Subject, text and HTML; nothing in it was typed by a visitor but their words and how to reach them, escaped.
 */
export function writeMail(due: DueMail, settings: MailSettings): Mail {
  const { kind, recipient, messageId, request } = due;
  const parts = READERS.map((reader) => ({ reader, t: translator(reader), blocks: blocksFor(reader, due, settings) }));
  const titles = parts.map(({ t }) => {
    const subject = t('desk.subject', { number: request.number });
    return kind === 'request' ? subject : `${t('desk.reminder')} – ${subject}`;
  });
  const html = parts.map(
    ({ reader, blocks }, index) =>
      `<section lang="${reader}" dir="${traitsOf(reader).direction}"><h1 style="font-size:1.2rem">${escaped(titles[index] ?? '')}</h1>${blocks.map(asHtml).join('')}</section>`,
  );
  return {
    to: recipient,
    messageId,
    subject: `Abrid · ${titles.join(' · ')}`,
    text: parts.map(({ blocks }, index) => [titles[index] ?? '', ...blocks.map(asText)].join('\n\n')).join('\n\n──────────\n\n'),
    html: `<!doctype html><html><body style="font-family:sans-serif;line-height:1.5;max-width:40rem">${html.join('<hr>')}</body></html>`,
  };
}
