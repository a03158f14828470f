/** @throws {Error} of no numbers. */
export function median(numbers: readonly number[]): number {
  if (numbers.length === 0) throw new Error('There is no median of nothing.');
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}
