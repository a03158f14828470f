import { useLayoutEffect, useState } from 'preact/hooks';
import { reasonOf } from '../packs/reason-of';
import { readSettings, type StoredSettings, watchSettings } from '../settings/store';

/** Begun as soon as the page's script runs: nothing can be shown before. */
const firstRead = readSettings();

/** The reader's settings as last read, or why there are none. Both are missing until they are read. */
interface SettingsRead {
  settings?: StoredSettings;
  failure?: string;
}

/** The reader's settings, kept up with changes here and elsewhere. */
export function useSettings(): SettingsRead {
  const [read, setRead] = useState<SettingsRead>({});
  // An effect after paint would be a frame too late for a popup.
  useLayoutEffect(() => {
    let current = true;
    const show = async (reading: Promise<StoredSettings>) => {
      try {
        const settings = await reading;
        if (current) setRead({ settings });
      } catch (error) {
        // What was read before is better than nothing.
        if (current)
          setRead(({ settings }) => (settings ? { settings } : { failure: reasonOf(error) }));
      }
    };
    const stop = watchSettings(() => void show(readSettings()));
    void show(firstRead);
    return () => {
      current = false;
      stop();
    };
  }, []);
  return read;
}
