import type { Rect } from '@floating-ui/core';
import type { Mark } from '../page/page-handle';
import type { Point } from './card-state';
import type { Measured } from './placement';

/** The part of the page that is in sight, in the coordinates elements are measured in. */
export function viewportRect(): Rect {
  const { clientWidth, clientHeight } = document.documentElement;
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

/**
 * The one layout read a placement needs.
 *
 * @returns `undefined` where nothing of the mark is in sight.
 */
export function measure(mark: Mark, card: HTMLElement, pointer?: Point): Measured | undefined {
  const viewport = viewportRect();
  const visible = clipOf(mark.element, viewport);
  const lines = mark.rects().filter((line) => overlaps(line, visible));
  if (lines.length === 0) return undefined;
  const style = getComputedStyle(mark.element);
  card.style.maxHeight = 'none';
  const { width, height } = card.getBoundingClientRect();
  return {
    lines,
    ...(pointer && { pointer }),
    card: { width, height },
    viewport,
    vertical: style.writingMode !== 'horizontal-tb',
    rightToLeft: style.direction === 'rtl',
  };
}

/** What of the viewport the element's scrolling ancestors leave to be seen. */
function clipOf(element: Element, viewport: Rect): Rect {
  let clip = viewport;
  for (let at: Element | null = element; at && at !== document.body; at = parentOf(at)) {
    if (at === document.documentElement) break;
    const { overflow, overflowX, overflowY } = getComputedStyle(at);
    if (!/auto|scroll|hidden|clip/.test(overflow + overflowX + overflowY)) continue;
    const { x, y, width, height } = at.getBoundingClientRect();
    // Boxes without a size clip nothing that could be seen: they are `display: contents` or inline.
    if (width === 0 || height === 0) continue;
    const left = Math.max(clip.x, x);
    const top = Math.max(clip.y, y);
    clip = {
      x: left,
      y: top,
      width: Math.max(0, Math.min(clip.x + clip.width, x + width) - left),
      height: Math.max(0, Math.min(clip.y + clip.height, y + height) - top),
    };
  }
  return clip;
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return (
    element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
  );
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
