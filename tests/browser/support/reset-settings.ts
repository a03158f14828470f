import type { Extension } from '../../../scripts/browser/extension';
import { until } from '../../../scripts/browser/until';

/** Where settings wait that the browser's sync storage does not take; its module runs in extensions alone. */
const UNSYNCED_KEY = 'unsynced-settings';

/** How settings stood before a test. */
export interface SettingsAtFirst {
  synced: Record<string, unknown>;
  /** What pages and the browser were told of them. */
  told: string;
}

/** How they stand now, for {@link resetSettings} to come back to. */
export async function settingsOf(extension: Extension): Promise<SettingsAtFirst> {
  return {
    synced: await extension.evaluate((api) => api.storage.sync.get()),
    told: await toldOf(extension),
  };
}

function toldOf(extension: Extension): Promise<string> {
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
 * Takes back what a test has set, however it ended, so that one failure does not make five: the next test begins
 * once pages are told what they were told at first.
 */
export async function resetSettings(extension: Extension, atFirst: SettingsAtFirst): Promise<void> {
  const isAnythingSet = await extension.evaluate(
    async (api, unsyncedKey, synced) => {
      const now = await api.storage.sync.get();
      const waiting = await api.storage.local.get(unsyncedKey);
      const isSet =
        Object.keys(waiting).length > 0 ||
        JSON.stringify(Object.entries(now).sort()) !==
          JSON.stringify(Object.entries(synced).sort());
      if (!isSet) return false;
      await api.storage.local.remove(unsyncedKey);
      await api.storage.sync.clear();
      await api.storage.sync.set(synced);
      return true;
    },
    UNSYNCED_KEY,
    atFirst.synced,
  );
  if (!isAnythingSet) return;
  await until(
    'the settings are as at first',
    async () => (await toldOf(extension)) === atFirst.told,
  );
}
