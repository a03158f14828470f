import type { Rect } from '@floating-ui/core';
import type { Mark } from '../page/page-handle';
import type { Point } from './card-state';
import { clippingBoxes } from './clipping-boxes';
import type { Measured } from './placement';

/** The part of the page that is in sight, in the coordinates elements are measured in. */
export function viewportRect(): Rect {
  // In quirks mode the root has the height of its content, and the body that of the viewport.
  const isQuirky = document.compatMode === 'BackCompat' && document.body;
  const { clientWidth, clientHeight } = isQuirky ? document.body : document.documentElement;
  // Pinch zoom shows a part of the viewport; a card outside it would be out of sight.
  const seen = window.visualViewport;
  const isZoomed = seen !== null && seen.scale > 1;
  return isZoomed
    ? { x: seen.offsetLeft, y: seen.offsetTop, width: seen.width, height: seen.height }
    : {
        x: 0,
        y: 0,
        // A page without layout of its own (SVG, quirks mode) has no client size.
        width: clientWidth || window.innerWidth,
        height: Math.min(clientHeight || window.innerHeight, window.innerHeight),
      };
}

/** A measurement, and whether the mark is out of sight. */
export interface MarkMeasured extends Measured {
  isHidden: boolean;
}

/**
 * The one layout read a placement needs.
 *
 * @returns `undefined` where the mark is gone.
 */
export function measure(mark: Mark, card: HTMLElement, pointer?: Point): MarkMeasured | undefined {
  const viewport = viewportRect();
  const lines = mark.rects();
  if (lines.length === 0) return undefined;
  const clip = clipOf(mark.element, viewport);
  const seen = lines.filter((line) => overlaps(line, clip));
  const style = getComputedStyle(mark.element);
  card.style.maxBlockSize = '';
  const { width, height } = card.getBoundingClientRect();
  return {
    isHidden: seen.length === 0,
    lines: seen.length === 0 ? lines : seen,
    ...(pointer && { pointer }),
    card: { width, height, letter: Number.parseFloat(getComputedStyle(card).fontSize) },
    viewport,
    vertical: style.writingMode !== 'horizontal-tb',
    rightToLeft: style.direction === 'rtl',
  };
}

/** What of the viewport the element's scrolling ancestors leave to be seen. */
function clipOf(element: Element, viewport: Rect): Rect {
  let clip = viewport;
  for (const box of clippingBoxes(element)) clip = intersection(clip, box.getBoundingClientRect());
  return clip;
}

function intersection(clip: Rect, box: Rect): Rect {
  // Boxes without a size clip nothing that could be seen: they are `display: contents` or inline.
  if (box.width === 0 || box.height === 0) return clip;
  const x = Math.max(clip.x, box.x);
  const y = Math.max(clip.y, box.y);
  return {
    x,
    y,
    width: Math.max(0, Math.min(clip.x + clip.width, box.x + box.width) - x),
    height: Math.max(0, Math.min(clip.y + clip.height, box.y + box.height) - y),
  };
}

function overlaps(one: Rect, other: Rect): boolean {
  return (
    one.width > 0 &&
    one.height > 0 &&
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
