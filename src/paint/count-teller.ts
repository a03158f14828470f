import { send } from '../messaging/send';

/** Milliseconds between two messages. */
const BETWEEN = 1_000;

/**
 * Tells the background that a frame has another number of mentions, which it then asks for: at once, but no more than
 * once a while, since a message costs a page that never rests more than its reading.
 */
export class CountTeller {
  private count = 0;
  private told = 0;
  private isPausing = false;

  constructor(private readonly signal: AbortSignal) {}

  tell(count: number): void {
    this.count = count;
    if (this.isPausing || count === this.told) return;
    this.isPausing = true;
    setTimeout(() => {
      this.isPausing = false;
      if (!this.signal.aborted) this.tell(this.count);
    }, BETWEEN);
    this.told = count;
    this.tellAnew();
  }

  /** Has it asked for whatever it was told, and by whom: another script takes the place of this one. */
  tellAnew(): void {
    void send('mentions.counted', {}).catch(() => undefined);
  }

  /** Tells it anew at the next: what was told may have got lost. */
  forget(): void {
    this.told = 0;
  }
}
