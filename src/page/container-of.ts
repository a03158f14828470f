import { isInline } from './element-kinds';
import { ELEMENT } from './node-types';
import { own } from './own';

/**
 * The block element or shadow root whose own text a node belongs to.
 *
 * @param root Where to stop.
 */
export function containerOf(node: Node, root?: Node): Node {
  let at = node;
  while (at !== root && !(at.nodeType === ELEMENT && !isInline(at))) {
    const parent = own(at, 'parentNode');
    if (!parent) break;
    at = parent;
  }
  return at;
}
