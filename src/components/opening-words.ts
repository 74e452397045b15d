import { formatWeekday } from '../i18n/format.ts';
import type { Translate } from '../i18n/translator.ts';
import type { Locale } from '../model/locale.ts';

const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;

/**
 * The words of "open now".
 * @param isGeneral - The hours are those of all administrations, so "usually".
 * @param locale - Of the names of days.
 * @param t - The interface.
 * @returns As `showOpenNow` reads them.
 */
export function openingWords(isGeneral: boolean, locale: Locale, t: Translate): string {
  return [
    t(isGeneral ? 'hours.usuallyOpenUntil' : 'hours.openUntil'),
    t('hours.open'),
    t(isGeneral ? 'hours.usuallyClosed' : 'hours.closed'),
    t('hours.opens'),
    t('hours.holiday'),
    t('hours.closure'),
    t('hours.unsure'),
    t('hours.today'),
    t('hours.tomorrow'),
    ...WEEK.map((day) => formatWeekday(day, locale)),
  ].join('|');
}
