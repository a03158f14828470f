import { useLayoutEffect, useState } from 'preact/hooks';
import { readSettings, type StoredSettings, watchSettings } from '../settings/store';

/** Begun as soon as the page's script runs: nothing can be shown before. */
const firstRead = readSettings();

/**
 * The reader's settings, kept up with changes here and elsewhere; `undefined` until they are read.
 *
 * @param onFailure Is told where the browser does not give them, and why.
 */
export function useSettings(onFailure?: (error: unknown) => void): StoredSettings | undefined {
  const [settings, setSettings] = useState<StoredSettings>();
  // An effect after paint would be a frame too late for a popup.
  useLayoutEffect(() => {
    let current = true;
    const show = async (reading: Promise<StoredSettings>) => {
      try {
        const found = await reading;
        if (current) setSettings(found);
      } catch (error) {
        if (onFailure === undefined) throw error;
        if (current) onFailure(error);
      }
    };
    const stop = watchSettings(() => void show(readSettings()));
    void show(firstRead);
    return () => {
      current = false;
      stop();
    };
  }, []);
  return settings;
}
