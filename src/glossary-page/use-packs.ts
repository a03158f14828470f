import { useEffect, useState } from 'preact/hooks';
import { watchPacks } from '../packs/packs-channel';

/**
 * What can be read of the reader's packs, kept up with changes here and elsewhere; `undefined` until it is read.
 * Where changes come faster than readings end, only the last reading counts.
 *
 * @param read The same function at every render.
 */
export function usePacks<Found>(read: () => Promise<Found>): Found | undefined {
  const [found, setFound] = useState<Found>();
  useEffect(() => {
    let latest = 0;
    const readAgain = async () => {
      latest += 1;
      const turn = latest;
      const now = await read();
      if (turn === latest) setFound(now);
    };
    const stop = watchPacks(readAgain);
    void readAgain();
    return () => {
      latest += 1;
      stop();
    };
  }, [read]);
  return found;
}
