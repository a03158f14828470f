import { FRAGMENT } from './node-types';

/**
 * What the shadow tree that a node is in hangs in. Links have a `host` as well, a string: one that was taken out of the
 * page is the root of what it holds.
 */
export function hostOf(node: Node): Element | undefined {
  const root = node.getRootNode();
  return root.nodeType === FRAGMENT ? (root as Partial<ShadowRoot>).host : undefined;
}
