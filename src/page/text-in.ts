/** A part of a node's text. Firefox copies all of it whenever it is asked for the whole, ten megabytes too. */
export function textIn(node: CharacterData, from: number, to: number): string {
  if (from === 0 && to === node.length) return node.data;
  return from > node.length ? '' : node.substringData(from, to - from);
}

/** UTF-16 code units above which a text is taken to say something. */
const LONG = 2_000;

/** Whether a text is not blank. Not asked of a long one: Firefox copies all of it for the answer. */
export const saysSomething = (node: Text): boolean => node.length > LONG || /\S/.test(node.data);
