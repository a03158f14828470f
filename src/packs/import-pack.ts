import type { Pack } from '../glossary/pack-schema';
import { allOf, type Chunk, type PackDatabase, type PackRecord } from './pack-database';

export interface ImportOptions {
  /** Called with the terms and facts written so far and the number there will be. */
  onProgress?: (done: number, total: number) => void;
  /** Ends the import; nothing of it stays. */
  signal?: AbortSignal;
  /** The present, in milliseconds since 1970. */
  now: number;
}

/** Terms or facts in one record: a look-up reads a few whole ones, so they are small. */
const CHUNK = 25;

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
    let done = 0;
    for (const chunk of chunksOf(pack.id, terms, ({ id }) => [id])) {
      await termStore.put(chunk);
      report(chunk.items.length);
    }
    for (const chunk of chunksOf(pack.id, facts, (fact) => fact.terms)) {
      await factStore.put(chunk);
      report(chunk.items.length);
    }
    await packs.put({
      id: pack.id,
      header,
      terms: terms.length,
      facts: facts.length,
      enabled: known?.enabled ?? true,
      order: known?.order ?? placeBehind(await packs.getAll()),
      changed: now,
    });

    function report(written: number): void {
      done += written;
      onProgress?.(done, terms.length + facts.length);
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

/** The place behind all packs there are: their number is taken where one was removed before. */
function placeBehind(packs: readonly PackRecord[]): number {
  return packs.reduce((place, { order }) => Math.max(place, order + 1), 0);
}

function chunksOf<Item>(
  pack: string,
  items: readonly Item[],
  termsOf: (item: Item) => readonly string[],
): Chunk<Item>[] {
  return Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, order) => {
    const chunk = items.slice(order * CHUNK, (order + 1) * CHUNK);
    return { pack, order, terms: [...new Set(chunk.flatMap(termsOf))], items: chunk };
  });
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
