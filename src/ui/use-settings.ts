import { useEffect, useState } from 'preact/hooks';
import { readSettings, type StoredSettings, watchSettings } from '../settings/store';

/** The reader's settings, kept up with changes here and elsewhere; `undefined` until they are read. */
export function useSettings(): StoredSettings | undefined {
  const [settings, setSettings] = useState<StoredSettings>();
  useEffect(() => {
    let current = true;
    const read = async () => {
      const found = await readSettings();
      if (current) setSettings(found);
    };
    const stop = watchSettings(read);
    void read();
    return () => {
      current = false;
      stop();
    };
  }, []);
  return settings;
}
