import type { AliasIndex } from '../matcher/alias-index';
import { extensionApi, type StorageListener } from '../messaging/extension-api';
import { READER_INDEX_KEY } from '../packs/reader-index-key';
import { PAGE_SETTINGS_KEY, type PageSettings } from '../settings/page-settings';

/** What pages read of the extension's storage. */
export interface Stored {
  /** Absent before the background has written settings for the first time. */
  settings: PageSettings | undefined;
  /** The names of the built-in pack and of the reader's; absent without packs of hers. */
  index: AliasIndex | undefined;
}

/**
 * Follows what the background keeps for pages.
 *
 * @param onStored Called with all there is: after every {@link StorageFollower.read} and every change, until
 *   the signal ends it.
 */
export function followStorage(
  onStored: (stored: Stored) => void,
  signal: AbortSignal,
): StorageFollower {
  const { storage } = extensionApi();
  const read = async (): Promise<void> => {
    const values = await storage.local.get([PAGE_SETTINGS_KEY, READER_INDEX_KEY]);
    if (signal.aborted) return;
    onStored({
      settings: values[PAGE_SETTINGS_KEY] as PageSettings | undefined,
      index: values[READER_INDEX_KEY] as AliasIndex | undefined,
    });
  };
  const listener: StorageListener = (changes, area) => {
    if (area !== 'local' || !(PAGE_SETTINGS_KEY in changes || READER_INDEX_KEY in changes)) return;
    // Fails where the extension went away meanwhile; whoever notices next ends the script.
    read().catch(() => undefined);
  };
  storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => {
    // Throws once the extension is gone; then nothing listens any more.
    try {
      storage.onChanged.removeListener(listener);
    } catch {}
  });
  return { read };
}

export interface StorageFollower {
  /**
   * Reads what there is. To be called at first, and when the page comes back from the back/forward cache:
   * there neither changes nor answers reach it, and a reading under way never ends (Firefox, `wrapPromise`
   * in `ExtensionCommon.sys.mjs`).
   *
   * @throws {Error} where the extension is gone.
   */
  read(): Promise<void>;
}

/** Storage gives a copy at every reading; whole packs are long to compare. */
export function isSameIndex(one: AliasIndex | undefined, other: AliasIndex | undefined): boolean {
  if (!one || !other) return one === other;
  return one.aliases === other.aliases && JSON.stringify(one) === JSON.stringify(other);
}
