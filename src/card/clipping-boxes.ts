import { selfAndAncestors } from './flat-tree';

/**
 * The boxes that may clip what an element holds, inmost first.
 *
 * @returns Whether the viewport scrolls it: not where it is fixed.
 */
export function* clippingBoxes(element: Element): Generator<Element, boolean> {
  let isAbsolute = false;
  for (const at of selfAndAncestors(element)) {
    // What body and root say of overflow holds for the viewport.
    if (at === document.body || at === document.documentElement) break;
    const { overflow, position } = getComputedStyle(at);
    // What stands out of the flow is clipped by nothing before the box it is placed in.
    if (overflow !== 'visible' && !(isAbsolute && position === 'static')) yield at;
    if (position === 'fixed') return false;
    isAbsolute = position === 'absolute' || (isAbsolute && position === 'static');
  }
  return true;
}
