import { send } from '../messaging/send';
import { stillReads } from '../page/block-places';
import { type CardHandle, type Mark, type PageHandle, REST_DELAY } from '../page/page-handle';
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
    const { current } = this;
    // A mention that the page made anew under the pointer keeps its id; where it was, there is nothing any more.
    if (mention?.id === current?.id && (!current || stillReads(current.block, current))) return;
    clearTimeout(this.rest);
    this.current = mention;
    const { card } = this.handle;
    if (!mention) card?.markLeft();
    else if (card) tell(mention, (mark) => card.markEntered(mark, since));
    else {
      const left = since + REST_DELAY - performance.now();
      this.rest = setTimeout(() => void this.enter(mention, since), left);
    }
  }

  tap(mention: PageMention): void {
    void this.load().then((card) => tell(mention, (mark) => card?.markTapped(mark)));
  }

  reach(mention: PageMention, index: number, count: number): void {
    void this.load().then((card) => tell(mention, (mark) => card?.markReached(mark, index, count)));
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
    if (this.current === mention) tell(mention, (mark) => card?.markEntered(mark, at));
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

/** Tells of a mention as long as its text stands in the page. */
function tell(mention: PageMention, told: (mark: Mark) => void): void {
  const mark = markOf(mention);
  if (mark) told(mark);
}
