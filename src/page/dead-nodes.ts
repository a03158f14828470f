/**
 * Whether an error says that Firefox has taken a node from us. It does so with nodes that came into the page from a
 * frame, once that frame is gone: the page still has them, but what we hold of them throws at every touch, and all we
 * can do is to find them anew.
 */
export const isOfDeadNode = (error: unknown): boolean =>
  import.meta.env.FIREFOX && String(error).includes('dead object');

/** Does something, and something else where that met a dead node. */
export function unlessDead(work: () => void, onDead: () => void): void {
  if (!import.meta.env.FIREFOX) {
    work();
    return;
  }
  try {
    work();
  } catch (error) {
    if (!isOfDeadNode(error)) throw error;
    onDead();
  }
}
