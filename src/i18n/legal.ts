import type { Locale } from '../model/locale.ts';
import type { LegalBasis } from '../model/procedure.ts';
import { formatDate } from './format.ts';
import type { Translate } from './translator.ts';

/** Isolates a number: inside Arabic, 2-09-607 would be turned round at its hyphens. @see Unicode Annex 9. */
const isolated = (text: string) => `\u2066${text}\u2069`;

/**
 * Writes a text of law as one cites it.
 * @param text - Law, decree, code …
 * @param locale - The reader's.
 * @param t - Of the same language.
 * @returns « Décret n° 2-09-607 du 1 avril 2010, art. 4 ».
 */
export function formatLegal({ kind, number, date, articles, name }: LegalBasis, locale: Locale, t: Translate): string {
  const parts = [
    name?.[locale] ?? t(`legal.${kind}`),
    number && t('legal.number', { number: isolated(number) }),
    date && t('legal.date', { date: formatDate(date, locale) }),
  ];
  const title = parts.filter(Boolean).join(' ');
  return articles ? `${title}, ${t('legal.articles', { articles })}` : title;
}
