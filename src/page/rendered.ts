import { pointAt } from './block-places';
import { hostOf } from './host-of';
import type { PageMention } from './page-mention';

/**
 * Whether the text of a mention is rendered at all, wherever in the page it lies. What is transparent counts
 * as rendered, since pages fade in what is to be read. Asks for the page's style and not for its layout.
 */
export function isRendered({ block, start }: PageMention): boolean {
  const holder = holderOf(pointAt(block, start).node);
  // An element that is shown may yet show nothing of what is in it.
  if (!holder || hidesContents(holder)) return false;
  for (let at: Element | undefined = holder; at; at = holderOf(at)) {
    if (at.checkVisibility({ visibilityProperty: true })) return true;
    // Has no box of its own, but what is in it may have one: slots are such.
    if (!at.isConnected || getComputedStyle(at).display !== 'contents') return false;
  }
  return false;
}

function hidesContents(element: Element): boolean {
  if (element.localName === 'details') return !element.hasAttribute('open');
  return getComputedStyle(element).contentVisibility === 'hidden';
}

/** What a node is rendered in; what stands in a host and in none of its slots is not. */
function holderOf(node: Text | Element): Element | undefined {
  if (node.parentElement?.shadowRoot) return node.assignedSlot ?? undefined;
  return node.parentElement ?? hostOf(node);
}
