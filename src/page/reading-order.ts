import { hostOf } from './host-of';

/** Whether a node stands before another one, shadow trees being where their hosts are. */
export function standsBefore(one: Node, other: Node): boolean {
  const [first, second] = inOneTree(one, other);
  if (first === second) return false;
  return (first.compareDocumentPosition(second) & 4) /* FOLLOWING */ !== 0;
}

/** Lifts two nodes out of their shadow trees until both stand in the same one. */
function inOneTree(one: Node, other: Node): [Node, Node] {
  const root = one.getRootNode();
  if (root === other.getRootNode()) return [one, other];
  const path = withHosts(one);
  for (const there of withHosts(other)) {
    const here = path.find((node) => node.getRootNode() === there.getRootNode());
    if (here) return [here, there];
  }
  return [one, other];
}

/** A node, the host of its tree, the host of that one's, and so on. */
function withHosts(node: Node): Node[] {
  const path: Node[] = [];
  for (let at: Node | undefined = node; at; ) {
    path.push(at);
    at = hostOf(at);
  }
  return path;
}
