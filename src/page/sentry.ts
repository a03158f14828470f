import type { NameSearch } from '../matcher/name-search';
import { send } from '../messaging/send';
import { isOrphaned } from './extension-api';
import { type ListedMention, PAGE_HANDLE, type PageHandle } from './page-handle';
import { PageText } from './page-text';

/**
 * What runs in every page: looks for names, and on the first one calls for the script that knows what they
 * mean. That one takes its place; most pages never need it.
 */
export class Sentry implements PageHandle {
  private readonly life = new AbortController();
  private readonly text: PageText;
  private search: NameSearch | undefined;
  private relief: Promise<void> | undefined;

  /** @param openSearch Called at the first text: frames without any cost nothing. */
  constructor(private readonly openSearch: () => NameSearch) {
    const nothing = () => undefined;
    const matcher = {
      tracesIn: (text: string) => (this.relief ? [] : this.names.tracesIn(text)),
      read: (text: string) => {
        if (!this.relief && this.names.hasName(text)) this.callRelief();
        return undefined;
      },
    };
    this.text = new PageText(
      () => matcher,
      {
        onRead: nothing,
        onTextChanged: nothing,
        onNodesMoved: nothing,
        onDocumentReplaced: () => this.listen(),
      },
      this.life.signal,
    );
  }

  start(): void {
    this.listen();
    this.text.start();
  }

  stop(): void {
    this.life.abort();
    document.removeEventListener('visibilitychange', this.onVisibility);
  }

  /** Hands over to the script that knows, if the page holds a name. */
  async list(options: { why?: boolean } = {}): Promise<ListedMention[]> {
    await this.text.settled();
    await this.relief;
    const handle = (globalThis as { [PAGE_HANDLE]?: PageHandle })[PAGE_HANDLE];
    return !handle || handle === this ? [] : handle.list(options);
  }

  // Until relief comes there is no mention to act on.
  reveal(): void {}
  step(): void {}
  notThis(): void {}
  selectedTerms(): string[] {
    return [];
  }
  revealSelection(): boolean {
    return false;
  }

  private get names(): NameSearch {
    this.search ??= this.openSearch();
    return this.search;
  }

  private callRelief(): void {
    this.relief = send('names.found', {}).then(
      () => undefined,
      () => {
        // The background could not be reached; unless it is gone for good, the next change asks again.
        this.relief = undefined;
        if (isOrphaned()) this.stop();
      },
    );
  }

  private listen(): void {
    document.addEventListener('visibilitychange', this.onVisibility);
  }

  private readonly onVisibility = (event: Event): void => {
    if (event.isTrusted) this.text.request();
  };
}
