import type { NameSearch } from '../matcher/name-search';
import { isOrphaned, makeApi } from '../messaging/extension-api';
import { send } from '../messaging/send';
import { beginAnew } from './dead-nodes';
import { type Asker, FirstLook } from './first-look';
import { NoMentions } from './no-mentions';
import type { ListedMention, PageHandle } from './page-handle';
import { listOfSuccessor, removeLeftovers } from './page-life';
import { PageText } from './page-text';

/** Milliseconds until a call that failed is made again: the frame may have been on its way out. */
const CALL_AGAIN_AFTER = 1_000;
/** How often one that failed, or that nobody came of, is. */
const MOST_CALLS = 3;

/**
 * What runs in every page: looks for names, and on the first one calls for the script that knows what they
 * mean. That one takes its place; most pages never need it.
 */
export class Sentry extends NoMentions implements PageHandle, Asker {
  /** Whether it was stopped. */
  aborted = false;
  private text: PageText | undefined;
  private search: NameSearch | undefined;
  private relief: Promise<void> | undefined;
  private calls = 0;

  /** @param openSearch Called at the first text. */
  constructor(private readonly openSearch: () => NameSearch) {
    super();
  }

  start(): void {
    makeApi();
    removeLeftovers();
    this.text = new PageText(
      new FirstLook(this),
      {
        onDocumentReplaced: () => this.listen(),
        onLost: () => {
          this.stop();
          if (import.meta.env.FIREFOX) beginAnew(() => new Sentry(this.openSearch));
        },
      },
      this,
    );
    this.listen();
    void this.text.start();
  }

  yieldsTo(knows: boolean): boolean {
    return knows || this.aborted || isOrphaned();
  }

  stop(): void {
    this.aborted = true;
    this.text?.stop();
    window.removeEventListener('pageshow', this.onShown);
  }

  /** Hands over to the script that knows, if the page holds a name. */
  async list(options: { why?: boolean } = {}): Promise<ListedMention[]> {
    await this.text?.settled();
    await this.relief;
    return listOfSuccessor(this, options);
  }

  /** One name is enough. */
  get isSatisfied(): boolean {
    return this.relief !== undefined;
  }

  get names(): NameSearch {
    this.search ??= this.openSearch();
    return this.search;
  }

  onName(): void {
    const relief: Promise<void> = send('names.found', {}).then(
      // A frame that was emptied meanwhile has nobody who knows: with the next name one is called for again.
      () => {
        if (this.relief === relief && !this.aborted && this.calls++ < MOST_CALLS)
          this.relief = undefined;
      },
      () => this.callAgain(),
    );
    this.relief = relief;
    this.listen();
  }

  private callAgain(): void {
    this.relief = undefined;
    if (isOrphaned()) this.stop();
    else if (this.calls++ < MOST_CALLS) setTimeout(() => this.text?.readAgain(), CALL_AGAIN_AFTER);
  }

  /** A page that is put away loses the answer to a call, and in Firefox what waited for it to be idle. */
  private listen(): void {
    if (!import.meta.env.FIREFOX && !this.relief) return;
    window.addEventListener('pageshow', this.onShown);
  }

  private readonly onShown = ({ isTrusted, persisted }: PageTransitionEvent): void => {
    if (!isTrusted || !persisted) return;
    this.relief = undefined;
    this.text?.readAgain();
    this.text?.comeBack();
  };
}
