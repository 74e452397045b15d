import type { Translate } from '../i18n/translator.ts';
import type { Locale } from '../model/locale.ts';
import type { Period } from '../model/opening-state.ts';
import type { Cell, Service } from '../model/place.ts';
import { content } from './_site.ts';

/**
 * Names provinces.
 * @param ids - Of the provinces.
 * @param locale - Of the names.
 * @returns Their names, in the same order.
 */
export function provincesOf(ids: readonly string[], locale: Locale): string[] {
  return ids.map((id) => content.provinces.get(id)?.name[locale] ?? id);
}

/**
 * Says in one line where a place is.
 * @param place - Service or cell.
 * @param locale - Of the names.
 * @param t - The interface.
 * @returns The town; the provinces where it is in several, or "in the whole region".
 */
export function placeLine({ commune, provinces }: Service | Cell, locale: Locale, t: Translate): string {
  if (commune) return commune[locale];
  return provinces.length === content.provinces.size
    ? t('place.everywhere')
    : provincesOf(provinces, locale).join(locale === 'ar' ? '، ' : ', ');
}

/**
 * The announced closures of a place.
 * @param path - `cells/commune-nador`.
 * @returns First and last days.
 */
export function closuresOf(path: string): Period[] {
  return [...content.notices.values()].filter(({ closes }) => closes.includes(path)).map(({ from, until }): Period => [from, until]);
}

/**
 * The words under the small map of a place.
 * @param t - The interface.
 * @returns As `SmallMap` takes them.
 */
export function mapWords(t: Translate) {
  return { show: t('map.show'), townOnly: t('map.townOnly'), attribution: t('map.attribution') };
}
