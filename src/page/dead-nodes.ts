import { isOrphaned } from '../messaging/extension-api';
import type { PageHandle } from './page-handle';
import { takeOver } from './page-life';

/** Milliseconds until a new script begins: a page that does this again and again is not read all the time. */
const BEGIN_AFTER = 1_000;

/**
 * Whether an error says that Firefox has taken a node from us. It does so with nodes that came into the page from a
 * frame, once that frame is gone: the page still has them, but what we hold of them throws at every touch, and all we
 * can do is to find them anew.
 */
export const isOfDeadNode = (error: unknown): boolean => String(error).includes('dead object');

/** A callback that does something else where it meets a dead node. */
export function unlessDead<Given>(
  callback: (given: Given) => void,
  onDead: () => void,
): (given: Given) => void {
  return (given) => {
    try {
      callback(given);
    } catch (error) {
      if (!isOfDeadNode(error)) throw error;
      onDead();
    }
  };
}

/** Has a new script find the page's nodes anew, in the place of one that was stopped. */
export function beginAnew(make: () => PageHandle & { start(): void }, knows = false): void {
  setTimeout(() => {
    if (!isOrphaned()) takeOver(make, knows)?.start();
  }, BEGIN_AFTER);
}
