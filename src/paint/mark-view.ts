import { askRange } from '../page/ask-range';
import { pointAt, rangeOf, stillReads } from '../page/block-places';
import { elementAbove } from '../page/element-above';
import type { Mark } from '../page/page-handle';
import { type PageMention, textOf } from '../page/page-mention';

/** A mention as the card meets it; nothing where the page reads otherwise by now. */
export function markOf(mention: PageMention): Mark | undefined {
  const element = elementOf(mention);
  if (!element || !stillReads(mention.block, mention)) return undefined;
  const { id, term } = mention;
  return { id, term, text: textOf(mention), element, rects: () => rectsOf(mention) };
}

/**
 * The element whose text a mention begins in; of text that stands directly in a shadow tree, what that hangs in.
 *
 * @returns `null` where the text has left the page.
 */
export function elementOf(mention: PageMention): Element | null {
  return elementAbove(pointAt(mention.block, mention.start).node);
}

/** The lines of a mention in the viewport; none once it reads otherwise. */
export function rectsOf(mention: PageMention): readonly DOMRectReadOnly[] {
  if (!stillReads(mention.block, mention)) return [];
  const rects = askRange(rangeOf(mention.block, mention), (range) => range.getClientRects());
  return [...rects].filter(({ width, height }) => width > 0 && height > 0);
}
