import type { Extension } from '../../../scripts/browser/extension';
import { until } from '../../../scripts/browser/until';

/** Where settings wait that the browser's sync storage does not take; its module runs in extensions alone. */
const UNSYNCED_KEY = 'unsynced-settings';

/** What pages and the browser have been told of the settings. */
export function toldOfSettings(extension: Extension): Promise<string> {
  return extension.evaluate(async (api) => {
    const { 'page-settings': forPages } = await api.storage.local.get('page-settings');
    const registered = await api.scripting.getRegisteredContentScripts();
    return JSON.stringify([
      Object.entries(Object(forPages)).sort(),
      registered.map(({ excludeMatches = [] }) => excludeMatches),
    ]);
  });
}

/**
 * Takes back what a test has set, however it ended, so that one failure does not make five.
 *
 * @param atFirst What was told before anything was set: the next test begins once it is told again.
 */
export async function resetSettings(extension: Extension, atFirst: string): Promise<void> {
  const isAnythingSet = await extension.evaluate(async (api, unsyncedKey) => {
    const kept = [await api.storage.sync.get(), await api.storage.local.get(unsyncedKey)];
    if (kept.every((items) => Object.keys(items).length === 0)) return false;
    await api.storage.local.remove(unsyncedKey);
    await api.storage.sync.clear();
    return true;
  }, UNSYNCED_KEY);
  if (!isAnythingSet) return;
  await until(
    'the settings are as at first',
    async () => (await toldOfSettings(extension)) === atFirst,
  );
}
