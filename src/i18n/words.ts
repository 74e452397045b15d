import type { Locale } from '../model/locale.ts';
import { readPhone } from '../model/phone.ts';
import { replaceTokens, type TokenValue } from '../model/token.ts';
import { formatDuration, formatFigure, formatMoney } from './format.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Makes text safe inside HTML.
 * @param text - Plain text.
 * @returns The same with `&`, `<`, `>` and `"` as entities.
 */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/**
 * Writes a fact as plain text.
 * @param value - A figure, fee or term.
 * @param locale - The reader's.
 * @returns For titles and descriptions, where no markup can stand.
 */
function factToText(value: TokenValue, locale: Locale): string {
  if (value.kind === 'fee') return formatMoney(value.fee.amount, value.fee.currency, locale);
  if (value.kind === 'term') return formatDuration(value.term.duration, locale);
  return formatFigure(value.figure, locale);
}

/** A fact as HTML: a phone can be called, a website opened, and codes keep their order inside Arabic. */
function factToHtml(value: TokenValue, locale: Locale): string {
  const text = escapeHtml(factToText(value, locale));
  if (value.kind !== 'figure') return text;
  const { figure } = value;
  switch (figure.unit) {
    case 'phone':
      return phoneToHtml(figure.value);
    case 'website':
      return `<a href="${escapeHtml(figure.value)}"><bdi dir="ltr">${text}</bdi></a>`;
    case 'email':
      return `<a href="mailto:${text}"><bdi dir="ltr">${text}</bdi></a>`;
    case 'reference':
    case 'time':
      return `<bdi dir="ltr">${text}</bdi>`;
    default:
      return text;
  }
}

/**
 * Writes a phone number that can be called.
 * @param number - As in the content.
 * @returns A `tel:` link, isolated so that Arabic does not turn it round.
 */
export function phoneToHtml(number: string): string {
  const phone = readPhone(number);
  return phone ? `<a href="tel:${phone.tel}"><bdi dir="ltr">${phone.shown}</bdi></a>` : `<bdi dir="ltr">${escapeHtml(number)}</bdi>`;
}

/**
 * Keeps French punctuation with its word: a line may not begin with « : ».
 * @param text - French, as people type it.
 * @returns The text with no-break spaces before `: ; ! ? »` and after `«`.
 */
export function frenchSpaces(text: string): string {
  return text.replace(/ (?=[:;!?»])|(?<=«) /g, '\u00A0');
}

/** What the words of a page need to be written: the facts that their tokens name, and the reader's language. */
export interface WordsContext {
  facts: ReadonlyMap<string, TokenValue>;
  locale: Locale;
}

/**
 * Writes words as HTML.
 * @param text - Plain words with `{id}` tokens.
 * @param context - Facts and locale.
 * @returns Escaped text with each fact in its place. A token that names no fact is left out: the content check has refused it.
 */
export function wordsToHtml(text: string, context: WordsContext): string {
  const html = fillHtml(escapeHtml(text), context);
  return context.locale === 'fr' ? frenchSpaces(html) : html;
}

/**
 * Puts facts into HTML that was made from Markdown.
 * @param html - With `{id}` tokens in its text.
 * @param context - Facts and locale.
 * @returns The HTML with each fact in its place.
 */
export function fillHtml(html: string, { facts, locale }: WordsContext): string {
  return replaceTokens(html, (id) => {
    const value = facts.get(id);
    return value ? factToHtml(value, locale) : '';
  });
}

/**
 * Writes words as plain text.
 * @param text - Plain words with `{id}` tokens.
 * @param context - Facts and locale.
 * @returns Text for a title or a description.
 */
export function wordsToText(text: string, { facts, locale }: WordsContext): string {
  return replaceTokens(text, (id) => {
    const value = facts.get(id);
    return value ? factToText(value, locale) : '';
  });
}
