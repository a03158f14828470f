import { isOrphaned } from '../messaging/extension-api';
import { isOfDeadNode } from './dead-nodes';
import { PageWatcher } from './page-watcher';
import { ReadingPause } from './reading-pause';
import { ShadowRoots } from './shadow-roots';
import { type Ending, inSlices } from './slices';
import type { TextReader } from './text-reader';

/** Milliseconds a busy page may keep us from beginning. */
const LONGEST_WAIT = 300;

/** Milliseconds from one look for shadow trees that come late, on a page that rests, to the next. */
const LATE_LOOKS = [1_000, 3_000, 10_000];

export interface PageTextEvents {
  /** What there was to read has been read. Nothing is read before what follows from it is done. */
  onRead?(): void | Promise<void>;
  /** Before anything is painted again: the text of these nodes is not what it was. */
  onTextChanged?(nodes: ReadonlySet<Node>): void;
  /** Before anything is painted again: nodes came, or went as well. */
  onNodesMoved?(isRemoved: boolean): void;
  /** The page was written anew with `document.open()`, which takes all listeners off document and window. */
  onDocumentReplaced(): void;
  /** The extension this script came with is gone, or nodes it holds have died: what follows would throw. */
  onLost(): void;
}

/** The text of a page, kept right as the page changes, read when it has nothing better to do. */
export class PageText {
  readonly shadowRoots: ShadowRoots;
  private readonly watcher: PageWatcher;
  private isWaiting = false;
  private running: Promise<void> | undefined;
  private readonly pause = new ReadingPause();
  private lateLook: ReturnType<typeof setTimeout> | undefined;
  private lateLooks = 0;

  constructor(
    private readonly reader: TextReader,
    private readonly events: PageTextEvents,
    private readonly ending: Ending,
  ) {
    this.shadowRoots = new ShadowRoots((root) => {
      this.watcher.watch(root);
      this.reader.wantTree(root);
    });
    this.watcher = new PageWatcher(this.reader, this.shadowRoots, {
      ...events,
      onWork: () => {
        this.pause.note();
        this.request();
      },
    });
  }

  /** To be called when the {@link Ending} it was given has ended it: it listens and observes no more. */
  stop(): void {
    this.watcher.stop();
    clearTimeout(this.lateLook);
    document.removeEventListener('visibilitychange', this.onSeen);
  }

  /**
   * Begins.
   *
   * @param first Parts of the page to read, and have decided, before the rest.
   * @returns Resolves once the rest is to be read.
   */
  async start(first: readonly Element[] = []): Promise<void> {
    if (this.ending.aborted) return;
    this.watcher.watch(document);
    if (first.length > 0) {
      for (const part of first) this.reader.wantTree(part);
      await this.run();
    }
    if (document.body) {
      this.reader.wantTree(document.body);
      this.shadowRoots.wantSearch(document);
    }
    this.request(true);
  }

  /** Has the whole page read anew: other names count. */
  readAgain(): void {
    this.reader.forgetAll();
    if (document.body) this.reader.wantTree(document.body);
    for (const root of this.shadowRoots.found) this.reader.wantTree(root);
    this.request();
  }

  /**
   * Goes on after the back/forward cache. What waited for the page to be idle when it was put away may wait for
   * ever (Firefox): it is asked for anew.
   */
  comeBack(): void {
    this.isWaiting = false;
    this.request();
  }

  /** Reads what is to be read as soon as the page is idle and seen. */
  request(isFirst = false): void {
    if (this.isWaiting || this.ending.aborted) return;
    if (document.hidden) {
      // Listened for only here: every page that is left is hidden first, and most have nothing left to be read.
      document.addEventListener('visibilitychange', this.onSeen, { once: true });
      return;
    }
    this.isWaiting = true;
    const whenIdle = () =>
      requestIdleCallback(
        () => {
          this.isWaiting = false;
          if (document.hidden) this.request();
          else void this.run();
        },
        { timeout: LONGEST_WAIT },
      );
    if (isFirst) whenIdle();
    else this.pause.wait(whenIdle);
  }

  private readonly onSeen = (): void => this.request();

  /** Resolves when everything that is in the page now has been read. */
  async settled(): Promise<void> {
    await this.running;
    await this.run();
  }

  private async run(): Promise<void> {
    // Not before the first reading: Chromium makes the API at the first look, which most pages can do without.
    if (this.pause.end > 0 && isOrphaned()) this.events.onLost();
    if (this.ending.aborted) return;
    this.running ??= this.readOnce()
      .catch((error: unknown) => {
        const isLost = isOrphaned() || (import.meta.env.FIREFOX && isOfDeadNode(error));
        if (!isLost) throw error;
        this.events.onLost();
      })
      .finally(() => {
        this.running = undefined;
      });
    await this.running;
    if (this.reader.hasWork) this.request();
  }

  private async readOnce(): Promise<void> {
    const start = Date.now();
    await inSlices(this.shadowRoots.lookAgain, this.ending);
    this.watcher.wantMoved();
    if (this.reader.hasWork) {
      await this.reader.read();
      if (!this.ending.aborted) await this.events.onRead?.();
      this.pause.begin(start);
    }
    this.lookLater();
  }

  /** Looks again for the shadow trees of custom elements, some times since the last of these came. */
  private lookLater(): void {
    const { expected, isExpecting } = this.shadowRoots;
    if (isExpecting) {
      this.shadowRoots.isExpecting = false;
      this.lateLooks = 0;
      clearTimeout(this.lateLook);
      this.lateLook = undefined;
    }
    const after = LATE_LOOKS[this.lateLooks];
    if (expected.size === 0 || after === undefined || this.lateLook || this.ending.aborted) return;
    this.lateLook = setTimeout(() => {
      this.lateLook = undefined;
      this.lateLooks++;
      this.request();
    }, after);
  }
}
