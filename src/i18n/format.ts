import { parseDuration, type Duration } from '../model/duration.ts';
import type { Figure } from '../model/figure.ts';
import type { Locale } from '../model/locale.ts';
import { readPhone } from '../model/phone.ts';
import { AMAZIGH_DAYS, AMAZIGH_MONTHS, AMAZIGH_UNITS } from './amazigh-dates.ts';

/** Intl never gets `zgh`: Chromium does not know it and silently prints English. Amazigh has tables of its own. */
const INTL: Record<Exclude<Locale, 'zgh'>, string> = { ar: 'ar-MA', fr: 'fr-FR', en: 'en-GB', es: 'es-ES' };
const NBSP = '\u00A0';

type Amount = number | readonly [number, number];
type Unit = Extract<Figure, { value: number | [number, number] }>['unit'];

type IntlLocale = Exclude<Locale, 'zgh'>;

/** Making an Intl formatter costs more than using it a thousand times: each is made once, by its locale and options. */
const numberFormats = new Map<string, Intl.NumberFormat>();
function numberFormat(locale: IntlLocale, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = `${locale}${JSON.stringify(options)}`;
  const known = numberFormats.get(key) ?? new Intl.NumberFormat(INTL[locale], options);
  numberFormats.set(key, known);
  return known;
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();
function dateFormat(locale: IntlLocale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}${Object.keys(options).join()}`;
  const known = dateFormats.get(key) ?? new Intl.DateTimeFormat(INTL[locale], { timeZone: 'UTC', ...options });
  dateFormats.set(key, known);
  return known;
}

/**
 * Writes a number.
 * @param value - Any finite number.
 * @param locale - The reader's.
 * @returns With the locale's separators and Western digits, as Morocco writes, Arabic included.
 */
export function formatNumber(value: number, locale: Locale): string {
  // CLDR's pattern for zgh: a no-break space between thousands, a comma before decimals.
  if (locale === 'zgh')
    return numberFormat('fr')
      .format(value)
      .replace(/[\u202F\u00A0.]/g, NBSP);
  return numberFormat(locale).format(value);
}

/** One number or a range of two, in the way that `format` writes one. */
function range(value: Amount, format: (value: number) => string): string {
  return typeof value === 'number' ? format(value) : `${format(value[0])}–${format(value[1])}`;
}

/**
 * Writes an amount of money.
 * @param amount - In dirhams or euros, or the lowest and the highest.
 * @param currency - As the office asks for it.
 * @param locale - The reader's.
 * @returns `75 DH`, `75 درهمًا`, `10 €`: the short name that people use, not the ISO code.
 */
export function formatMoney(amount: Amount, currency: 'MAD' | 'EUR', locale: Locale): string {
  const number = range(amount, (value) => formatNumber(value, locale));
  if (currency === 'EUR') return locale === 'en' ? `€${number}` : `${number}${NBSP}€`;
  if (locale !== 'ar') return `${number}${NBSP}DH`;
  const highest = typeof amount === 'number' ? amount : amount[1];
  // Intl says "3 دراهم مغربية": nobody here says Moroccan.
  const named = numberFormat('ar', { style: 'currency', currency: 'MAD', currencyDisplay: 'name', maximumFractionDigits: 0 }).format(
    highest,
  );
  return named
    .replace(/\s*مغربي(ة|ًا|ان)?/, '')
    .replace(formatNumber(highest, 'ar'), number)
    .trim();
}

const INTL_UNIT = {
  percent: 'percent',
  minute: 'minute',
  hour: 'hour',
  day: 'day',
  week: 'week',
  month: 'month',
  year: 'year',
  kilogram: 'kilogram',
  kilometre: 'kilometer',
  litre: 'liter',
} as const satisfies Record<Exclude<Unit, 'MAD' | 'EUR' | 'count'>, string>;

/**
 * Writes a number with its unit.
 * @param value - A number, or the lowest and the highest.
 * @param unit - A unit of `Figure`.
 * @param locale - The reader's.
 * @returns `16 ans`, `3 أشهر`, `200–300 DH`, `2 %`; a `count` is the bare number.
 */
export function formatQuantity(value: Amount, unit: Unit, locale: Locale): string {
  if (unit === 'MAD' || unit === 'EUR') return formatMoney(value, unit, locale);
  if (unit === 'count') return range(value, (number) => formatNumber(number, locale));
  if (locale === 'zgh') return `${range(value, (number) => formatNumber(number, locale))}${NBSP}${AMAZIGH_UNITS[unit]}`;
  if (unit === 'percent')
    return range(value, (number) => numberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(number / 100));
  const format = numberFormat(locale, { style: 'unit', unit: INTL_UNIT[unit], unitDisplay: 'long' });
  return typeof value === 'number' ? format.format(value) : format.formatRange(value[0], value[1]);
}

/**
 * Writes a duration as the law writes it.
 * @param text - ISO 8601: `P10Y`, `PT48H`.
 * @param locale - The reader's.
 * @returns `10 ans`, `48 hours`; several units one after the other.
 * @throws {RangeError} As `parseDuration`.
 */
export function formatDuration(text: string, locale: Locale): string {
  const duration = parseDuration(text);
  const parts: [keyof Duration, Unit][] = [
    ['years', 'year'],
    ['months', 'month'],
    ['weeks', 'week'],
    ['days', 'day'],
    ['hours', 'hour'],
  ];
  const written = parts.filter(([key]) => duration[key] > 0).map(([key, unit]) => formatQuantity(duration[key], unit, locale));
  return written.join(locale === 'ar' ? ' و' : ', ');
}

/**
 * Writes a date with as much of it as is known.
 * @param date - `2026`, `2026-06`, `2026-06-05`, or `--06-05` for a day of every year.
 * @param locale - The reader's.
 * @returns `5 juin 2026`, `juin 2026`, `5 يونيو`: the names that Morocco uses.
 */
export function formatDate(date: string, locale: Locale): string {
  const key = `${locale}${date}`;
  const written = writtenDates.get(key) ?? writeDate(date, locale);
  writtenDates.set(key, written);
  return written;
}

/** Hundreds of sources were read on the same few days. */
const writtenDates = new Map<string, string>();

function writeDate(date: string, locale: Locale): string {
  const { year, month, day } = /^(?:(?<year>\d{4})|-)(?:-(?<month>\d{2}))?(?:-(?<day>\d{2}))?$/.exec(date)?.groups ?? {};
  if (!month) return year ?? date;
  if (locale === 'zgh') return [day && String(Number(day)), AMAZIGH_MONTHS[Number(month) - 1], year].filter(Boolean).join(' ');
  const moment = Date.UTC(Number(year ?? 2024), Number(month) - 1, Number(day ?? 1));
  const text = dateFormat(locale, { month: 'long', ...(year && { year: 'numeric' }), ...(day && { day: 'numeric' }) }).format(moment);
  // CLDR leaves out the ordinal of the first, which French always writes.
  return locale === 'fr' ? text.replace(/^1 /, '1er ') : text;
}

/**
 * Names a language.
 * @param tag - BCP 47: `ar`, `fr`, `ary`.
 * @param locale - The reader's.
 * @returns Its name; the tag itself in Amazigh, for which no names of languages are published.
 */
export function formatLanguage(tag: string, locale: Locale): string {
  return locale === 'zgh' ? tag : (new Intl.DisplayNames([INTL[locale]], { type: 'language' }).of(tag) ?? tag);
}

/** A Monday: the week whose days are named. */
const MONDAY = Date.UTC(2024, 0, 8);
const DAY = 86_400_000;

/**
 * Names a day of the week.
 * @param day - 0 is Monday.
 * @param locale - The reader's.
 * @returns The whole name: `lundi`.
 */
export function formatWeekday(day: number, locale: Locale): string {
  if (locale === 'zgh') return AMAZIGH_DAYS[day] ?? '';
  return dateFormat(locale, { weekday: 'long' }).format(MONDAY + day * DAY);
}

/**
 * Writes any figure of the facts as plain text.
 * @param figure - With its unit.
 * @param locale - The reader's.
 * @returns Text without markup; `wordsToHtml` adds links and isolation.
 */
export function formatFigure(figure: Figure, locale: Locale): string {
  switch (figure.unit) {
    case 'date':
      return formatDate(figure.value, locale);
    case 'phone':
      return readPhone(figure.value)?.shown ?? figure.value;
    case 'website':
      return figure.value.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
    case 'time':
      return figure.value.replace('-', '–');
    case 'email':
    case 'reference':
      return figure.value;
    default:
      return formatQuantity(figure.value, figure.unit, locale);
  }
}
