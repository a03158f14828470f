import { send } from '../messaging/send';
import { stillReads } from '../page/block-places';
import { type CardHandle, type Mark, type PageHandle, REST_DELAY } from '../page/page-handle';
import type { PageMention } from '../page/page-mention';
import { markOf } from './mark-view';

/** Brings the card's script into the frame at first need and tells it what the reader does. */
export class CardLink {
  private current: PageMention | undefined;
  /** Whether the card knows that the pointer is there. */
  private isTold = false;
  private rest: ReturnType<typeof setTimeout> | undefined;
  private loading: Promise<CardHandle | undefined> | undefined;

  constructor(private readonly handle: PageHandle) {}

  /** The pointer is on this mention since then, or on none. */
  pointAt(mention: PageMention | undefined, since: number): void {
    const { current } = this;
    if (mention?.id !== current?.id) this.come(mention, since);
    // One that the page made anew under the pointer keeps its id; where it was, there is nothing any more.
    else if (mention && current && !stillReads(current.block, current)) this.renew(mention, since);
  }

  private come(mention: PageMention | undefined, since: number): void {
    clearTimeout(this.rest);
    this.current = mention;
    this.isTold = false;
    const { card } = this.handle;
    if (!mention) card?.markLeft();
    else if (card) this.enter(card, since);
    else {
      const left = since + REST_DELAY - performance.now();
      this.rest = setTimeout(() => void this.enterOnceLoaded(mention.id, since), left);
    }
  }

  private renew(mention: PageMention, since: number): void {
    this.current = mention;
    const { card } = this.handle;
    // One that is still to come is told of the current mention.
    if (!card) return;
    if (this.isTold) tell(mention, (mark) => card.markRenewed(mark, since));
    else this.enter(card, since);
  }

  private enter(card: CardHandle, since: number): void {
    if (!this.current) return;
    tell(this.current, (mark) => {
      this.isTold = true;
      card.markEntered(mark, since);
    });
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

  private async enterOnceLoaded(id: string, since: number): Promise<void> {
    const card = await this.load();
    if (card && this.current?.id === id) this.enter(card, since);
  }

  /** A card that could not be brought is tried again at the next need. */
  private async load(): Promise<CardHandle | undefined> {
    if (this.handle.card) return this.handle.card;
    this.loading ??= send('card.inject', {})
      .catch(() => {})
      .then(() => {
        this.loading = undefined;
        return this.handle.card;
      });
    return this.loading;
  }
}

/** Tells of a mention, if its text stands in the page. */
function tell(mention: PageMention, told: (mark: Mark) => void): void {
  const mark = markOf(mention);
  if (mark) told(mark);
}
