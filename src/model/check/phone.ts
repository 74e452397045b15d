import { readPhone } from '../phone.ts';
import type { Problem } from '../problem.ts';

/**
 * Checks a phone number.
 * @param where - File and field.
 * @param number - As written.
 * @returns A problem if it cannot be dialled, else nothing.
 */
export function checkPhone(where: string, number: string): Problem[] {
  if (readPhone(number)) return [];
  return [
    {
      where,
      what: `"${number}" is not a phone number that can be dialled.`,
      mend: 'Write it with the country code, for example "+212 5 36 68 12 34", or a short number of 2 to 5 digits. If it is not known, leave it out.',
    },
  ];
}
