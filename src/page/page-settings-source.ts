import { PAGE_SETTINGS_KEY, type PageSettings } from '../settings/page-settings';
import { extensionApi, type StorageListener } from './extension-api';

/**
 * Reads the settings and follows them.
 *
 * @param onSettings Called at once and after every change, until the signal ends it. Not called before the
 *   background has written settings for the first time.
 */
export async function followPageSettings(
  onSettings: (settings: PageSettings) => void,
  signal: AbortSignal,
): Promise<void> {
  const { storage } = extensionApi;
  const listener: StorageListener = (changes, area) => {
    const value = area === 'local' ? changes[PAGE_SETTINGS_KEY]?.newValue : undefined;
    if (value) onSettings(value as PageSettings);
  };
  storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => {
    // Firefox throws once the extension is gone.
    try {
      storage.onChanged.removeListener(listener);
    } catch {}
  });
  const { [PAGE_SETTINGS_KEY]: known } = await storage.local.get(PAGE_SETTINGS_KEY);
  if (known && !signal.aborted) onSettings(known as PageSettings);
}
