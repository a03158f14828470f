import type { AliasIndex } from '../matcher/alias-index';
import { READER_INDEX_KEY } from '../packs/reader-index-key';
import { PAGE_SETTINGS_KEY, type PageSettings } from '../settings/page-settings';
import { extensionApi, type StorageListener } from './extension-api';

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
 * @param onChange Called after every change with all there is, until the signal ends it.
 * @returns What there is at first.
 */
export async function followStorage(
  onChange: (stored: Stored) => void,
  signal: AbortSignal,
): Promise<Stored> {
  const { storage } = extensionApi;
  const read = async (): Promise<Stored> => {
    const values = await storage.local.get([PAGE_SETTINGS_KEY, READER_INDEX_KEY]);
    return {
      settings: values[PAGE_SETTINGS_KEY] as PageSettings | undefined,
      index: values[READER_INDEX_KEY] as AliasIndex | undefined,
    };
  };
  const listener: StorageListener = (changes, area) => {
    if (area !== 'local' || !(PAGE_SETTINGS_KEY in changes || READER_INDEX_KEY in changes)) return;
    read().then(
      (stored) => {
        if (!signal.aborted) onChange(stored);
      },
      // The extension went away meanwhile; whoever notices next ends the script.
      () => undefined,
    );
  };
  storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => {
    // Throws once the extension is gone; then nothing listens any more.
    try {
      storage.onChanged.removeListener(listener);
    } catch {}
  });
  return read();
}
