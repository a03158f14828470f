/** Milliseconds from a change to its reading, at least. */
const DELAY = 100;
/** A reading is followed by a pause this many times as long: of a page that never rests we take one part in 25. */
const PAUSE_RATIO = 25;
/** Milliseconds of the longest pause; longer, and readers would see what is not marked yet. */
const LONGEST_PAUSE = 400;
/** Milliseconds without a change that end a pause early: it is there for pages that never rest. */
const REST = 200;

/** How long a page that changes is left alone between two readings. */
export class ReadingPause {
  /** When it is over, as `Date.now()`; 0 before the first. */
  end = 0;
  /** When the page changed or was read last. */
  private changed = 0;

  /**
   * To be called when the page has been read.
   *
   * @param start When that was begun, as `Date.now()`.
   */
  begin(start: number): void {
    const now = Date.now();
    this.end = now + Math.min(LONGEST_PAUSE, (now - start) * PAUSE_RATIO);
    this.changed = now;
  }

  /** To be called when the page has changed. */
  note(): void {
    this.changed = Date.now();
  }

  /** Has the page read once it has been left alone for long enough. */
  wait(read: () => void): void {
    const again = (): void => {
      const now = Date.now();
      const toEnd = this.end - now;
      const left = Math.min(toEnd, this.changed + REST - now);
      // Asked anew then: what changes meanwhile puts the rest off. A clock that was put back makes no pause longer.
      if (left > 0 && toEnd <= LONGEST_PAUSE) setTimeout(again, left);
      else read();
    };
    setTimeout(again, DELAY);
  }
}
