/** Milliseconds between two rounds: marks the page took away are back within a second. */
const ROUND = 700;

/**
 * Looks after the marks in rounds, as nothing tells when a page clears them or the extension is gone. It
 * runs only while there are marks and somebody sees them; a round costs some microseconds.
 */
export class Patrol {
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly round: () => void) {}

  /** @param isNeeded Whether there is something to look after, and somebody to see it. */
  set(isNeeded: boolean): void {
    if (isNeeded === (this.timer !== undefined)) return;
    clearInterval(this.timer);
    this.timer = isNeeded ? setInterval(this.round, ROUND) : undefined;
  }
}
