/** Whether a node stands in this page: one may be taken to another one's, as players are to windows of their own. */
export const isInPage = (node: Node): boolean =>
  node.isConnected && (node.ownerDocument ?? node) === document;

/**
 * The same of what is often the page's body. Chromium makes its kinds of elements ready for scripts at the first question
 * to one, which takes it an eighth of a millisecond: nothing is asked of the body that the document can tell.
 */
export const isBodyOrInPage = (node: Node): boolean => node === document.body || isInPage(node);
