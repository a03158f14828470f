import type { Trace } from '../matcher/find-traces';
import type { NameSearch } from '../matcher/name-search';
import { isOrphaned, makeApi } from '../messaging/extension-api';
import { send } from '../messaging/send';
import { NoMentions } from './no-mentions';
import { type ListedMention, PAGE_HANDLE, type PageHandle } from './page-handle';
import { removeLeftovers } from './page-life';
import type { BlockMatcher } from './page-reader';
import { PageText } from './page-text';
import { STOPPED } from './stopped';

/** Milliseconds until a call that failed is made again, and how often: the frame may have been on its way out. */
const CALL_AGAIN_AFTER = 1_000;
const MOST_CALLS = 3;

/**
 * What runs in every page: looks for names, and on the first one calls for the script that knows what they
 * mean. That one takes its place; most pages never need it.
 */
export class Sentry extends NoMentions implements PageHandle, BlockMatcher {
  private life: AbortController | undefined;
  private isStopped = false;
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
    this.life = new AbortController();
    const { signal } = this.life;
    const nothing = () => undefined;
    const listen = () => window.addEventListener('pageshow', this.onShown, { signal });
    this.text = new PageText(
      () => this,
      {
        onRead: listen,
        onTextChanged: nothing,
        onNodesMoved: nothing,
        onDocumentReplaced: listen,
        onOrphaned: () => this.stop(),
      },
      signal,
    );
    // In Chromium what waits for the page to be idle comes back with it, and its first `pageshow` need not be heard.
    if (import.meta.env.FIREFOX) listen();
    void this.text.start();
  }

  yieldsTo(knows: boolean): boolean {
    return knows || this.isStopped || isOrphaned();
  }

  stop(): void {
    this.isStopped = true;
    this.life?.abort(STOPPED);
  }

  /** Hands over to the script that knows, if the page holds a name. */
  async list(options: { why?: boolean } = {}): Promise<ListedMention[]> {
    await this.text?.settled();
    await this.relief;
    const handle = (globalThis as { [PAGE_HANDLE]?: PageHandle })[PAGE_HANDLE];
    return !handle || handle === this ? [] : handle.list(options);
  }

  /** One name is enough. */
  get isSatisfied(): boolean {
    return this.relief !== undefined;
  }

  tracesIn(text: string): Trace[] {
    return this.names.tracesIn(text);
  }

  read(text: string): undefined {
    if (!this.isSatisfied && this.names.hasName(text)) this.callRelief();
  }

  private get names(): NameSearch {
    this.search ??= this.openSearch();
    return this.search;
  }

  private callRelief(): void {
    this.relief = send('names.found', {}).then(
      () => undefined,
      () => this.callAgain(),
    );
  }

  private callAgain(): void {
    this.relief = undefined;
    if (isOrphaned()) this.stop();
    else if (this.calls++ < MOST_CALLS) setTimeout(() => this.text?.readAgain(), CALL_AGAIN_AFTER);
  }

  private readonly onShown = ({ isTrusted, persisted }: PageTransitionEvent): void => {
    if (!isTrusted) return;
    if (persisted) {
      // The page was put away while the call was under way: the answer is lost.
      this.relief = undefined;
      this.text?.readAgain();
      this.text?.comeBack();
    } else this.text?.request();
  };
}
