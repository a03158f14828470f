import { isOrphaned } from '../messaging/extension-api';
import { isEmpty } from './empty-frame';
import type { ListedMention, PageHandle } from './page-handle';

/** Watches a frame in which there is nothing to read yet; most of a page's frames stay so. */
export class Vigil implements PageHandle {
  private readonly observer = new MutationObserver(() => {
    if (isEmpty()) return;
    this.stop();
    if (!isOrphaned()) this.begin();
  });

  /** @param begin Called once there is something to read. */
  constructor(private readonly begin: () => void) {}

  start(): void {
    this.observer.observe(document, { childList: true, characterData: true, subtree: true });
  }

  yieldsTo(): boolean {
    return true;
  }

  stop(): void {
    this.observer.disconnect();
  }

  // Where nothing is, there is no mention to act on.
  readonly count = 0;
  async list(): Promise<ListedMention[]> {
    return [];
  }
  reveal(): void {}
  step(): void {}
  notThis(): void {}
  selectedTerms(): string[] {
    return [];
  }
  revealSelection(): boolean {
    return false;
  }
}
