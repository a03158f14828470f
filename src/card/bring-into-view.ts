import type { Rect } from '@floating-ui/core';
import type { Mark } from '../page/page-handle';
import { clippingBoxes } from './clipping-boxes';
import { viewportRect } from './measure';

/**
 * Brings the line of a mark onto the screen, in whatever the reader can scroll. Its element was brought there, and may be
 * much longer than a screen: the middle of it is not where the mark is.
 */
export function bringIntoView({ element, rects }: Mark): void {
  const scroll = (box: Element, { y, height }: Rect) => {
    const [line] = rects();
    if (line && (line.bottom <= y || line.top >= y + height))
      box.scrollBy({ top: line.top - y - height / 2, behavior: 'instant' });
  };
  const boxes = clippingBoxes(element);
  let next = boxes.next();
  for (; !next.done; next = boxes.next()) {
    const box = next.value;
    if (/auto|scroll/.test(getComputedStyle(box).overflowY))
      scroll(box, box.getBoundingClientRect());
  }
  if (next.value && document.scrollingElement) scroll(document.scrollingElement, viewportRect());
}
