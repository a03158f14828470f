import {
  computePosition,
  flip,
  inline,
  offset,
  type Placement,
  type Platform,
  type Rect,
  rectToClientRect,
  shift,
  size,
} from '@floating-ui/core';
import type { Point } from './card-state';

/** Pixels between mark and card: near enough to belong, far enough to leave the line readable. */
const GAP = 6;

/** Pixels the card keeps from every edge of the viewport. */
export const MARGIN = 8;

/**
 * A card lower than this, in heights of its letters, is no use: below it, the card covers its mark rather than
 * shrink further.
 */
const LEAST_LETTERS = 11;

/** Viewports narrower than this show the card as a sheet at the lower edge. */
export const SHEET_BELOW = 480;

/** One measurement of everything a placement depends on, in CSS pixels of the viewport. */
export interface Measured {
  /** The lines of the mark; a mention may wrap. */
  lines: readonly Rect[];
  /** Where the pointer or the focus is: a wrapped mark opens its card at that line. */
  pointer?: Point;
  /** The size the card would have if nothing bounded its height, and that of its letters. */
  card: { width: number; height: number; letter: number };
  viewport: Rect;
  /** The text of the mark runs from top to bottom. */
  vertical: boolean;
  rightToLeft: boolean;
}

export interface Placed {
  x: number;
  y: number;
  maxHeight: number;
  /** The side of the mark the card stands on; animations and the path to it start there. */
  side: 'top' | 'bottom' | 'left' | 'right';
}

/**
 * Where a card goes: under its mark, or where there is more room. Measures nothing itself.
 *
 * @param side The side it stands on already. It stays there while that side has room for a small card:
 *   one that grows must not jump.
 * @returns Its corner and the height it may take, never beyond the viewport.
 */
export async function placeCard(measured: Measured, side?: Placed['side']): Promise<Placed> {
  const { lines, pointer, rightToLeft, vertical, viewport } = measured;
  const natural = measured.card;
  const leastHeight = LEAST_LETTERS * natural.letter;
  const card = side
    ? { ...natural, height: Math.min(natural.height, leastHeight) }
    : { ...natural };
  let maxHeight = viewport.height - 2 * MARGIN;
  const fallbacks: Placement[] = vertical
    ? ['right-start', 'left-start', 'bottom-start', 'top-start']
    : ['bottom-start', 'top-start'];
  const placed = await computePosition(lines, card, {
    placement: side ? `${side}-start` : (fallbacks[0] as Placement),
    platform: platformOf(card, { lines, rightToLeft, viewport }),
    middleware: [
      inline(pointer ?? {}),
      offset(GAP),
      flip({
        padding: MARGIN,
        crossAxis: false,
        fallbackPlacements: fallbacks,
        fallbackStrategy: 'bestFit',
      }),
      size({
        padding: MARGIN,
        apply({ availableHeight, placement }) {
          // Beside its mark a card can slide up and down and has the whole height.
          if (/^(?:top|bottom)/.test(placement)) {
            maxHeight = Math.min(maxHeight, Math.max(leastHeight, Math.floor(availableHeight)));
          }
          card.height = Math.min(natural.height, maxHeight);
        },
      }),
      shift({ padding: MARGIN, crossAxis: true }),
    ],
  });
  return {
    x: Math.round(placed.x),
    y: Math.round(placed.y),
    maxHeight: Math.max(0, maxHeight),
    side: placed.placement.split('-')[0] as Placed['side'],
  };
}

/** The nearest place to `at` where a box lies wholly in the viewport, or at its start where it is larger. */
export function keepInside(
  at: Point,
  box: { width: number; height: number },
  viewport: Rect,
): Point {
  const within = (value: number, start: number, room: number, length: number) =>
    Math.max(start + MARGIN, Math.min(value, start + room - length - MARGIN));
  return {
    x: within(at.x, viewport.x, viewport.width, box.width),
    y: within(at.y, viewport.y, viewport.height, box.height),
  };
}

/** Floating UI's view of the world, answered from the one measurement. */
function platformOf(
  card: { width: number; height: number },
  { lines, rightToLeft, viewport }: Pick<Measured, 'lines' | 'rightToLeft' | 'viewport'>,
): Platform {
  return {
    getElementRects: ({ reference }) => ({
      // `inline` hands over the part of a wrapped mark it chose as an element of its own.
      reference: reference === lines ? boundsOf(lines) : reference.getBoundingClientRect(),
      floating: { x: 0, y: 0, ...card },
    }),
    getDimensions: () => ({ ...card }),
    getClippingRect: () => viewport,
    getClientRects: () => lines.map(rectToClientRect),
    isRTL: () => rightToLeft,
    isElement: () => true,
  };
}

/** The smallest rectangle around all of them. */
function boundsOf(rects: readonly Rect[]): Rect {
  const x = Math.min(...rects.map((rect) => rect.x));
  const y = Math.min(...rects.map((rect) => rect.y));
  return {
    x,
    y,
    width: Math.max(...rects.map((rect) => rect.x + rect.width)) - x,
    height: Math.max(...rects.map((rect) => rect.y + rect.height)) - y,
  };
}
