import { isInline } from './element-kinds';
import { ELEMENT } from './node-types';

/**
 * The block element or shadow root whose own text a node belongs to.
 *
 * @param root Where to stop.
 */
export function containerOf(node: Node, root?: Node): Node {
  let at = node;
  while (at !== root && at.parentNode) {
    if (at.nodeType === ELEMENT && !isInline(at)) return at;
    at = at.parentNode;
  }
  return at;
}
