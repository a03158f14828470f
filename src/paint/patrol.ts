/** Milliseconds between two rounds: what a page does to the marks is made good within half a second. */
const ROUND = 450;
/** A round that took long is followed by a pause this many times as long. */
const REST_RATIO = 50;

/**
 * Looks after the marks in rounds, as nothing tells when a page clears them, shows or hides what they stand in,
 * or the extension is gone. It runs only while there is something to look after and somebody to see it; a round
 * costs a microsecond for each mention.
 */
export class Patrol {
  private timer: ReturnType<typeof setInterval> | undefined;
  /** When the next round may begin, as `performance.now()`. */
  private notBefore = 0;

  /** @param round Gives the milliseconds it took; nothing where it was broken off. */
  constructor(private readonly round: () => Promise<number | undefined>) {}

  /** @param isNeeded Whether there is something to look after, and somebody to see it. */
  set(isNeeded: boolean): void {
    if (isNeeded === (this.timer !== undefined)) return;
    clearInterval(this.timer);
    this.timer = isNeeded ? setInterval(() => void this.goRound(), ROUND) : undefined;
  }

  private async goRound(): Promise<void> {
    if (performance.now() < this.notBefore) return;
    this.notBefore = Number.POSITIVE_INFINITY;
    let spent = 0;
    try {
      spent = (await this.round()) ?? 0;
    } finally {
      this.notBefore = performance.now() + spent * REST_RATIO;
    }
  }
}
