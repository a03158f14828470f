/** With more elements the engine takes too long over one answer: ten milliseconds on a slow machine. */
const MOST_AT_ONCE = 30_000;

/** Whether a tree is too large for the engine to be asked for something in all of it at once. */
export const isLarge = (root: ParentNode): boolean =>
  root.querySelectorAll('*').length > MOST_AT_ONCE;
