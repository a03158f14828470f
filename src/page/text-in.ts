/** A part of a node's text. Firefox copies all of it whenever it is asked for the whole, ten megabytes too. */
export function textIn(node: CharacterData, from: number, to: number): string {
  if (from === 0 && to === node.length) return node.data;
  return from > node.length ? '' : node.substringData(from, to - from);
}
