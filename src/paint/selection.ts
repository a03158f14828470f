import { rangeOf, stillReads } from '../page/block-places';
import type { PageMention } from '../page/page-mention';

/** @returns The places in the list of the mentions that the reader's selection touches. */
export function mentionsInSelection(mentions: readonly PageMention[]): number[] {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return [];
  const range = selection.getRangeAt(0);
  return mentions.flatMap(({ block, start, end }, index) => {
    if (!stillReads(block, { start, end })) return [];
    const mention = rangeOf(block, { start, end });
    if (mention.startContainer.getRootNode() !== range.startContainer.getRootNode()) return [];
    const isTouched =
      range.comparePoint(mention.endContainer, mention.endOffset) >= 0 &&
      range.comparePoint(mention.startContainer, mention.startOffset) <= 0;
    return isTouched ? [index] : [];
  });
}
