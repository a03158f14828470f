import type { Matcher } from '../matcher/mention';
import { MentionList } from './mention-list';
import type { PageMention } from './page-mention';
import { PageReader } from './page-reader';
import { PageWatcher } from './page-watcher';
import { ShadowRoots } from './shadow-roots';
import type { TextBlock } from './text-block';

/** Milliseconds between two readings of a page that keeps changing. */
const PAUSE = 100;
/** A reading that took long is followed by a pause this many times as long, so that we take a small share. */
const REST_RATIO = 10;
/** The longest pause: marks are right within half a second. */
const LONGEST_PAUSE = 400;
/** Milliseconds a busy page may keep us from beginning. */
const LONGEST_WAIT = 300;

export interface PageTextEvents {
  /** The mentions were decided anew. */
  onMentions(): void;
  /** Before anything is painted again: the text of these nodes is not what it was. */
  onTextChanged(nodes: ReadonlySet<Node>): void;
  /** Before anything is painted again: nodes came or went. */
  onNodesMoved(): void;
  /** The page was written anew with `document.open()`, which takes all listeners off document and window. */
  onDocumentReplaced(): void;
}

/** The names in a page, kept right as the page changes, read when it has nothing better to do. */
export class PageText {
  private readonly reader: PageReader;
  private readonly roots: ShadowRoots;
  private readonly watcher: PageWatcher;
  private readonly list = new MentionList();
  private title = '';
  private isWaiting = false;
  private running: Promise<void> | undefined;
  /** When the next reading may begin, as `performance.now()`. */
  private notBefore = 0;

  constructor(
    private readonly matcher: () => Matcher,
    private readonly events: PageTextEvents,
    private readonly signal: AbortSignal,
  ) {
    this.reader = new PageReader(matcher, signal);
    this.roots = new ShadowRoots((root) => {
      this.watcher.watch(root);
      this.reader.wantTree(root);
    });
    this.watcher = new PageWatcher(this.reader, this.roots, {
      ...events,
      onWork: () => this.request(),
    });
    signal.addEventListener('abort', () => this.watcher.stop());
  }

  get mentions(): readonly PageMention[] {
    return this.list.all;
  }

  get blocks(): readonly TextBlock[] {
    return this.reader.kept.all;
  }

  get shadowRoots(): ReadonlySet<ShadowRoot> {
    return this.roots.found;
  }

  start(): void {
    this.watcher.watch(document);
    if (document.body) {
      this.reader.wantTree(document.body);
      this.roots.wantSearch(document.body);
    }
    this.request(true);
  }

  /** Looks whether an element that the reader points at has a shadow tree nobody has found yet. */
  lookAt(element: Element): void {
    if (this.roots.look(element) && this.reader.hasWork) this.request();
  }

  /** Reads what is to be read as soon as the page is idle and seen. */
  request(isFirst = false): void {
    if (this.isWaiting || this.signal.aborted || document.visibilityState === 'hidden') return;
    this.isWaiting = true;
    const wait = isFirst ? 0 : Math.max(PAUSE, this.notBefore - performance.now());
    setTimeout(() => {
      requestIdleCallback(
        () => {
          this.isWaiting = false;
          if (document.visibilityState === 'visible') void this.run();
        },
        { timeout: LONGEST_WAIT },
      );
    }, wait);
  }

  /** Resolves when everything that is in the page now has been read. */
  async settled(): Promise<void> {
    await this.running;
    await this.run();
  }

  private async run(): Promise<void> {
    this.running ??= this.readOnce().finally(() => {
      this.running = undefined;
    });
    await this.running;
    if (this.reader.hasWork) this.request();
  }

  private async readOnce(): Promise<void> {
    const start = performance.now();
    this.roots.lookAgain();
    await this.reader.read();
    const isRetitled = this.reader.kept.all.length > 0 && this.title !== document.title;
    if (!this.signal.aborted && (this.reader.hasChanged || isRetitled)) {
      this.title = document.title;
      this.list.decide(this.matcher(), this.blocks, this.reader.takeRetired());
      this.events.onMentions();
    }
    const spent = performance.now() - start;
    this.notBefore = start + spent + Math.min(LONGEST_PAUSE, spent * REST_RATIO);
  }
}
