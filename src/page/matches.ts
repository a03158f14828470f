/**
 * Whether an element is one of these. In Chromium a field of a form stands in the place of what the form has by the same
 * name: `<input name="matches">` would be called.
 */
export const matches = (element: Element, selector: string): boolean =>
  import.meta.env.FIREFOX
    ? element.matches(selector)
    : Element.prototype.matches.call(element, selector);
