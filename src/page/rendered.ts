import { pointAt } from './block-places';
import { hostOf } from './host-of';
import type { PageMention } from './page-mention';

/** Contents that are not drawn, and the customary ways to keep a text for those alone who have the page read to them. */
const UNSEEN = /^hidden|rect\(([01]px), \1|inset\((50%\)|100%)/;

/**
 * Whether the text of a mention is rendered at all, wherever in the page it lies. What is transparent counts
 * as rendered, since pages fade in what is to be read. Asks for the page's style and not for its layout.
 */
export function isRendered({ block, start }: PageMention): boolean {
  let at: Text | Element = pointAt(block, start).node;
  for (;;) {
    const holder = holderOf(at);
    // An element that is shown may yet show nothing of what is in it.
    if (!holder || hidesContents(holder, at)) return false;
    if (holder.checkVisibility({ visibilityProperty: true })) return true;
    // Has no box of its own, but what is in it may have one: slots are such.
    if (!holder.isConnected || getComputedStyle(holder).display !== 'contents') return false;
    at = holder;
  }
}

function hidesContents(element: Element, content: Text | Element): boolean {
  if (element.localName === 'details')
    return !element.hasAttribute('open') && (content as Element).localName !== 'summary';
  // What stands in a slot for want of anything else.
  if ('assignedNodes' in element && content.parentNode === element)
    return (element as HTMLSlotElement).assignedNodes().length > 0;
  const { contentVisibility, clip, clipPath } = getComputedStyle(element);
  return UNSEEN.test(contentVisibility + clip + clipPath);
}

/** What a node is rendered in; what stands in a host and in none of its slots is not. */
function holderOf(node: Text | Element): Element | undefined {
  if (node.parentElement?.shadowRoot) return node.assignedSlot ?? undefined;
  return node.parentElement ?? hostOf(node);
}
