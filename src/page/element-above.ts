import { hostOf } from './host-of';

/** The element around a node, out of shadow trees too. */
export function elementAbove(node: Node): Element | null {
  return node.parentElement ?? hostOf(node) ?? null;
}
