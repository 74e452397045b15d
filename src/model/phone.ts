import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Short numbers dialled inside Morocco, which no numbering plan library knows: two to five digits. */
const SHORT = /^\d{2,5}$/;

/**
 * Says how a number is dialled and shown.
 * @param number - As written in the content: `+212 5 36 12 34 56`, `0800 00 23 23`, `19`.
 * @returns `tel` for a link and `shown` for the eye; undefined when it cannot be dialled.
 * @see ITU-T E.164 for `tel`; numbers without a country code are Moroccan.
 */
export function readPhone(number: string): { tel: string; shown: string } | undefined {
  const digits = number.replace(/[\s.-]/g, '');
  if (SHORT.test(digits)) return { tel: digits, shown: digits };
  const parsed = parsePhoneNumberFromString(number, 'MA');
  if (!parsed?.isValid()) return undefined;
  const national = `0${parsed.nationalNumber}`;
  const tollFree = parsed.getType() === 'TOLL_FREE' && parsed.country === 'MA';
  // A toll-free number cannot be dialled with the country code from most networks: it is shown as dialled inside Morocco.
  return tollFree
    ? { tel: national, shown: national.replace(/(\d{4})(\d{2})(\d{2})(\d{2})/, '$1 $2 $3 $4') }
    : { tel: parsed.number, shown: parsed.formatInternational() };
}
