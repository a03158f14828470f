import type { Rect } from '@floating-ui/core';
import type { Point } from './card-state';

/** Pixels around the card that count as it: a hand's path is no ruler. */
const SLACK = 12;

/**
 * Whether a pointer that has left its mark is on its way to the card: inside the shape that spans from
 * where it left the mark to the card, and no farther from the card than it was.
 *
 * @param left Where the pointer left the mark.
 */
export function isOnPath(left: Point, from: Point, to: Point, card: Rect): boolean {
  return distanceTo(card, to) < distanceTo(card, from) && spans(left, card, to);
}

function distanceTo({ x, y, width, height }: Rect, point: Point): number {
  const dx = Math.max(x - point.x, 0, point.x - (x + width));
  const dy = Math.max(y - point.y, 0, point.y - (y + height));
  return Math.hypot(dx, dy);
}

/** Whether the point lies in the convex hull of the apex and the card: in a triangle with one of its edges. */
function spans(apex: Point, { x, y, width, height }: Rect, point: Point): boolean {
  const corners: Point[] = [
    { x: x - SLACK, y: y - SLACK },
    { x: x + width + SLACK, y: y - SLACK },
    { x: x + width + SLACK, y: y + height + SLACK },
    { x: x - SLACK, y: y + height + SLACK },
  ];
  return corners.some((corner, index) =>
    inTriangle(point, apex, corner, corners[(index + 1) % 4] as Point),
  );
}

function inTriangle(point: Point, a: Point, b: Point, c: Point): boolean {
  const sides = [turn(a, b, point), turn(b, c, point), turn(c, a, point)];
  return sides.every((side) => side >= 0) || sides.every((side) => side <= 0);
}

/** Above zero where `c` lies to one side of the line from `a` to `b`, below zero on the other. */
function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}
