import type { PackRecord } from '../../packs/pack-database';
import { fromReaderPacks } from '../../packs/read-reader-packs';
import { listPacks } from '../../packs/reader-packs';

/** The reader's packs in her order; none where the browser keeps no databases. */
export function readPackRecords(): Promise<PackRecord[]> {
  return fromReaderPacks(listPacks);
}
