import { unwrap, wrap } from 'idb';
import type { Pack } from '../glossary/pack-schema';
import { allOf, type PackDatabase } from './pack-database';

export interface ImportOptions {
  /** Called with the records written so far and the number there will be. */
  onProgress?: (done: number, total: number) => void;
  /** Ends the import; nothing of it stays. */
  signal?: AbortSignal;
  /** The present, in milliseconds since 1970. */
  now: number;
}

/** How many records are written between two reports of progress: about 20 ms of work. */
const BATCH = 500;

/**
 * Keeps a pack, in the place of the one with the same id if there is one. All of it happens in one
 * transaction: when the browser dies in the middle, the disk fills up or the reader cancels, the old state
 * stands.
 *
 * @param pack A pack that `parsePack` has let through.
 * @throws the signal's reason when cancelled; {@link DOMException} `QuotaExceededError` when the disk is full.
 */
export async function importPack(
  database: PackDatabase,
  pack: Pack,
  { onProgress, signal, now }: ImportOptions,
): Promise<void> {
  signal?.throwIfAborted();
  const transaction = database.transaction(['packs', 'terms', 'facts'], 'readwrite');
  const cancel = () => transaction.abort();
  signal?.addEventListener('abort', cancel);
  const { terms, facts, ...header } = pack;

  async function write(): Promise<void> {
    const packs = transaction.objectStore('packs');
    const termStore = transaction.objectStore('terms');
    const factStore = transaction.objectStore('facts');
    const known = await packs.get(pack.id);
    await Promise.all([termStore.delete(allOf(pack.id)), factStore.delete(allOf(pack.id))]);
    await putAll([
      [unwrap(termStore), terms.map((term, order) => ({ pack: pack.id, order, term }))],
      [unwrap(factStore), facts.map((fact, order) => ({ pack: pack.id, order, fact }))],
    ]);
    await packs.put({
      id: pack.id,
      header,
      terms: terms.length,
      facts: facts.length,
      enabled: known?.enabled ?? true,
      order: known?.order ?? (await packs.count()),
      changed: now,
    });
  }

  /**
   * Puts all records, waiting for one in {@link BATCH}: requests are served in order, so that waits for all
   * before it. A promise for each of 60,000 would take longer than the writing; one that fails ends the
   * transaction, which says so.
   */
  async function putAll(parts: readonly [IDBObjectStore, readonly unknown[]][]): Promise<void> {
    const total = terms.length + facts.length;
    let done = 0;
    for (const [store, records] of parts) {
      for (const record of records) {
        const request = store.put(record);
        done += 1;
        if (done % BATCH !== 0 && done !== total) continue;
        await wrap(request);
        onProgress?.(done, total);
      }
    }
  }

  try {
    await write();
    await transaction.done;
  } catch (error) {
    await abandon(transaction);
    if (signal?.aborted) throw signal.reason;
    throw error;
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}

/** Ends a transaction without a trace, and waits until it has ended. */
async function abandon(transaction: { abort(): void; done: Promise<void> }): Promise<void> {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
  await transaction.done.catch(() => undefined);
}
