import { useEffect, useState } from 'preact/hooks';
import { openPackDatabase, type PackRecord } from '../../packs/pack-database';
import { watchPacks } from '../../packs/packs-channel';
import { listPacks } from '../../packs/reader-packs';

/**
 * The reader's packs in her order, kept up with changes here and elsewhere; `undefined` until they are read,
 * empty where the browser keeps no databases.
 */
export function usePackRecords(): readonly PackRecord[] | undefined {
  const [records, setRecords] = useState<readonly PackRecord[]>();
  useEffect(() => {
    let isCurrent = true;
    const read = async () => {
      const found = await readRecords();
      if (isCurrent) setRecords(found);
    };
    const stop = watchPacks(read);
    void read();
    return () => {
      isCurrent = false;
      stop();
    };
  }, []);
  return records;
}

async function readRecords(): Promise<PackRecord[]> {
  try {
    const database = await openPackDatabase();
    try {
      return await listPacks(database);
    } finally {
      database.close();
    }
  } catch (error) {
    console.error("AI Footnotes could not read the reader's own packs:", error);
    return [];
  }
}
