import type { Locale } from '../model/locale.ts';
import { content, inOrder } from './_site.ts';

/**
 * The provinces, in the order of the region.
 * @param locale - Of the names.
 * @returns Id and name.
 */
export function provinceNames(locale: Locale): { id: string; name: string }[] {
  return inOrder(content.provinces).map(([id, { name }]) => ({ id, name: name[locale] }));
}
