/** An element and all it is drawn in, through slots and out of shadow trees, inmost first. */
export function* selfAndAncestors(start: Element): Generator<Element> {
  for (let element: Element | null = start; element; element = parentOf(element)) yield element;
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
