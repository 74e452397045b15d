/**
 * How many letters must be changed, added, left out or swapped with their neighbour to turn one word into another.
 * @param one - A word.
 * @param other - Another.
 * @param most - Above this the answer does not matter.
 * @returns The number, or `most + 1` where it is larger.
 * @see Damerau 1964; optimal string alignment.
 */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (isSame ? 0 : 1),
        swapped ? (before[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    if (Math.min(...current) > most) return most + 1;
    [before, above] = [above, current];
  }
  return above[other.length] ?? most + 1;
}

/**
 * Which letters a word has, in one number: two words that differ in more letters than two for each change cannot be near.
 * @param word - Any word.
 * @returns 31 bits, one for each letter or the letters that share its place.
 */
export function letterMask(word: string): number {
  let mask = 0;
  for (let index = 0; index < word.length; index += 1) mask |= 1 << (word.charCodeAt(index) % 31);
  return mask;
}

/**
 * In how many letters two words differ at least.
 * @param one - Mask of a word.
 * @param other - Mask of another.
 * @returns The number of bits that only one of them has.
 */
export function maskDifference(one: number, other: number): number {
  let bits = 0;
  for (let rest = one ^ other; rest !== 0; rest &= rest - 1) bits += 1;
  return bits;
}
