import type { Mark } from '../page/page-handle';

/** Tells when a mark lies elsewhere. */
export interface MarkFollower {
  /** Follows this mark and no other; none where it is `undefined`. */
  follow(mark: Mark | undefined): void;
}

/**
 * Nothing in a page tells that a mark has moved without scrolling: an image above it has loaded, a font was
 * exchanged, a `details` opened. So where its lines are is compared once a frame, for as long as its card is
 * shown. Frames are asked for only then, and a look costs some microseconds.
 *
 * @param moved Called in the frame in which the mark lies elsewhere, before it is painted.
 */
export function createMarkFollower(moved: () => void): MarkFollower {
  let followed: Mark | undefined;
  let place = '';
  let frame = 0;

  function look(): void {
    if (!followed) return;
    const now = placeOf(followed);
    const isElsewhere = now !== place;
    place = now;
    frame = requestAnimationFrame(look);
    if (isElsewhere) moved();
  }

  return {
    follow(mark) {
      if (mark === followed) return;
      followed = mark;
      cancelAnimationFrame(frame);
      if (!mark) return;
      place = placeOf(mark);
      frame = requestAnimationFrame(look);
    },
  };
}

function placeOf(mark: Mark): string {
  return mark
    .rects()
    .map(({ x, y, width, height }) => `${x} ${y} ${width} ${height}`)
    .join();
}
