/**
 * Writes the name of a town as it is compared with what somebody types.
 * @param name - In any of the languages.
 * @returns Lower case, without accents, marks, hyphens and the variants of Arabic letters.
 */
export function searchable(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[أإآ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
