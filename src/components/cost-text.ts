import { formatMoney } from '../i18n/format.ts';
import type { Translate } from '../i18n/translator.ts';
import type { Locale } from '../model/locale.ts';
import type { Fee } from '../model/procedure.ts';

/**
 * Says in one word what a person pays.
 * @param fees - That may concern the person. Fines do not count.
 * @param locale - The reader's.
 * @param t - Of the same language.
 * @returns One fee, or the lowest and highest of fees of which each person pays one. Undefined where fees add up, where they
 *   are in several currencies, and where none is known: these need more than a word.
 */
export function costText(fees: readonly Fee[], locale: Locale, t: Translate): string | undefined {
  const prices = fees.filter(({ kind }) => kind === 'fee');
  const [currency, ...others] = new Set(prices.map((fee) => fee.currency));
  const isOneOf = prices.length === 1 || prices.every(({ when }) => when.length > 0);
  if (!currency || others.length > 0 || !isOneOf) return undefined;
  const amounts = prices.flatMap(({ amount }) => amount);
  const [lowest, highest] = [Math.min(...amounts), Math.max(...amounts)];
  if (highest === 0) return t('fees.free');
  return formatMoney(lowest === highest ? lowest : [lowest, highest], currency, locale);
}
