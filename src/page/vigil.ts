import { isOrphaned } from '../messaging/extension-api';
import { isEmpty } from './empty-frame';
import { NoMentions } from './no-mentions';
import type { ListedMention, PageHandle } from './page-handle';

/** Watches a frame in which there is nothing to read yet; most of a page's frames stay so. */
export class Vigil extends NoMentions implements PageHandle {
  private readonly observer = new MutationObserver(() => {
    if (isEmpty()) return;
    this.stop();
    if (!isOrphaned()) this.begin();
  });

  /** @param begin Called once there is something to read. */
  constructor(private readonly begin: () => void) {
    super();
  }

  start(): void {
    this.observer.observe(document, { childList: true, characterData: true, subtree: true });
  }

  yieldsTo(): boolean {
    return true;
  }

  stop(): void {
    this.observer.disconnect();
  }

  async list(): Promise<ListedMention[]> {
    return [];
  }
}
