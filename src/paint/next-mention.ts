/** The mention that a reader who walks from one to the next came to last, and which of all it was then. */
export interface Reached {
  id: string;
  index: number;
}

/**
 * Where a walk over the mentions of a page goes on, round at either end. Where the last one reached is no mention any
 * more ("not this", a term muted), the one after it stands in its place: the walk does not begin anew.
 *
 * @param mentions In reading order; not empty.
 * @returns An index.
 */
export function nextMention(
  mentions: readonly { id: string }[],
  reached: Reached | undefined,
  direction: 1 | -1,
): number {
  const count = mentions.length;
  const { id, index } = reached ?? { id: '', index: 0 };
  const found = mentions.findIndex((mention) => mention.id === id);
  const gap = direction === 1 ? index - 1 : index;
  return ((found < 0 ? gap : found) + direction + count) % count;
}
