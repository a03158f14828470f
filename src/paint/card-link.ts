import { send } from '../messaging/send';
import { type CardHandle, type PageHandle, REST_DELAY } from '../page/page-handle';
import type { PageMention } from '../page/page-mention';
import { markOf } from './mark-view';

/** Brings the card's script into the frame at first need and tells it what the reader does. */
export class CardLink {
  private current: PageMention | undefined;
  private rest: ReturnType<typeof setTimeout> | undefined;
  private loading: Promise<CardHandle | undefined> | undefined;

  constructor(private readonly handle: PageHandle) {}

  /** The pointer is on this mention since then, or on none. */
  pointAt(mention: PageMention | undefined, since: number): void {
    if (mention?.id === this.current?.id) return;
    clearTimeout(this.rest);
    this.current = mention;
    if (!mention) {
      this.handle.card?.markLeft();
      return;
    }
    if (this.handle.card) this.handle.card.markEntered(markOf(mention), since);
    else {
      const left = since + REST_DELAY - performance.now();
      this.rest = setTimeout(() => void this.enter(mention, since), left);
    }
  }

  tap(mention: PageMention): void {
    void this.load().then((card) => card?.markTapped(markOf(mention)));
  }

  reach(mention: PageMention, index: number, count: number): void {
    void this.load().then((card) => card?.markReached(markOf(mention), index, count));
  }

  marksChanged(): void {
    this.handle.card?.marksChanged();
  }

  /** Waits no longer for a card that was called for: the answer got lost. */
  forgetCall(): void {
    this.loading = undefined;
  }

  stop(): void {
    clearTimeout(this.rest);
    this.current = undefined;
    const { card } = this.handle;
    delete this.handle.card;
    try {
      card?.stop();
    } catch {
      // Where the extension is gone its API throws; the card was taken away before that.
    }
  }

  private async enter(mention: PageMention, at: number): Promise<void> {
    const card = await this.load();
    if (this.current?.id === mention.id) card?.markEntered(markOf(mention), at);
  }

  /** A card that could not be brought is tried again at the next need. */
  private async load(): Promise<CardHandle | undefined> {
    if (this.handle.card) return this.handle.card;
    this.loading ??= send('card.inject', {})
      .then(
        () => this.handle.card,
        () => undefined,
      )
      .finally(() => {
        this.loading = undefined;
      });
    return this.loading;
  }
}
