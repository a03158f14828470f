import { elementAbove } from '../page/element-above';

/** An element and all it is drawn in, through slots and out of shadow trees, inmost first. */
export function* selfAndAncestors(start: Element): Generator<Element> {
  for (let element: Element | null = start; element; element = parentOf(element)) yield element;
}

function parentOf(element: Element): Element | null {
  return element.assignedSlot ?? elementAbove(element);
}
