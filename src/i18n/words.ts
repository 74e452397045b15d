import type { Locale } from '../model/locale.ts';
import { readPhone } from '../model/phone.ts';
import { replaceTerms, withoutMarks } from '../model/term-mark.ts';
import { replaceTokens, type TokenValue } from '../model/token.ts';
import { formatDuration, formatFigure, formatMoney } from './format.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Makes text safe inside HTML.
 * @param text - Plain text.
 * @returns The same with `&`, `<`, `>` and `"` as entities.
 */
export function escapeHtml(text: string): string {
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
  /** The names of the glossary terms that the page explains. Without it a marked term stands as plain words. */
  terms?: ReadonlyMap<string, string>;
}

/**
 * The id of the element that explains a term on a page.
 * @param term - Id of a glossary term.
 * @returns What the button of the term names as its popover.
 */
export function popoverOf(term: string): string {
  return `t-${term}`;
}

/** A marked term as a button that opens what it means: the browser does the rest, without script. */
function termsToHtml(html: string, { terms }: WordsContext): string {
  return replaceTerms(html, (id, words) => {
    const text = words ?? terms?.get(id) ?? id;
    return terms?.has(id) ? `<button class="term" popovertarget="${popoverOf(id)}">${text}</button>` : text;
  });
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
 * Puts facts and terms into HTML that was made from Markdown.
 * @param html - With `{id}` tokens and `[[term]]` marks in its text.
 * @param context - Facts and locale.
 * @returns The HTML with each fact in its place and each term explained.
 */
export function fillHtml(html: string, context: WordsContext): string {
  const { facts, locale } = context;
  return replaceTokens(termsToHtml(html, context), (id) => {
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
  return replaceTokens(withoutMarks(text), (id) => {
    const value = facts.get(id);
    return value ? factToText(value, locale) : '';
  });
}
