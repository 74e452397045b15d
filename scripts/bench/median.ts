/**
 * Finds the number in the middle.
 * @param numbers - In any order.
 * @returns The upper one of two in the middle; 0 when there is none.
 */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
