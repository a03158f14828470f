import { own } from './own';

/** Whether a node is another one or stands in it. */
export const contains = (node: Node, other: Node): boolean =>
  own(node, 'contains').call(node, other);
