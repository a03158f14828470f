/**
 * What a node has of its own by a name. In Chromium a field of a form stands in the place of what the form has by the same
 * name: `<input name="matches">` would be called, and who climbs by `<input name="parentNode">` goes round for ever.
 */
export const own = <Name extends keyof Element>(node: Node, name: Name): Element[Name] =>
  import.meta.env.FIREFOX ? (node as Element)[name] : Reflect.get(Element.prototype, name, node);

/** Whether a node, or one that it stands in in its own tree, is one that is looked for. */
export function standsIn(node: Node | null, isOne: (node: Node) => boolean): boolean {
  for (let at = node; at; at = own(at, 'parentNode')) if (isOne(at)) return true;
  return false;
}
