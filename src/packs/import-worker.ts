import { comparePacks } from '../glossary/compare-packs';
import type { Pack } from '../glossary/pack-schema';
import { checkFileSize, PackError, parsePack } from '../glossary/parse-pack';
import type { ImportNews, ImportRequest } from './import-messages';
import { importPack } from './import-pack';
import { openPackDatabase } from './pack-database';
import { readPack } from './reader-packs';
import { reasonOf } from './reason-of';
import { summariseUpdate } from './update-summary';

/**
 * Reads and keeps one pack beside the page, so that a large one does not stop the page: a second of checking,
 * two of writing.
 */

/** Milliseconds between two reports of progress: thousands would keep the page from hearing a press on Cancel. */
const PROGRESS_PAUSE = 50;

let pack: Pack | undefined;
const cancelling = new AbortController();

addEventListener('message', async ({ data }: MessageEvent<ImportRequest>) => {
  try {
    if (data.type === 'read') await read(data.file);
    else if (data.type === 'keep') await keep();
    else cancelling.abort();
  } catch (error) {
    if (error instanceof PackError) tell({ type: 'refused', problems: error.problems });
    else if (cancelling.signal.aborted) tell({ type: 'cancelled' });
    else tell({ type: 'failed', reason: reasonOf(error) });
  }
});

async function read(file: File): Promise<void> {
  checkFileSize(file.size, file.name);
  pack = parsePack(await file.text(), file.name);
  const database = await openPackDatabase();
  try {
    const known = await readPack(database, pack.id);
    const { terms: _terms, facts: _facts, ...header } = pack;
    tell({
      type: 'read',
      header,
      ...(known && { update: summariseUpdate(known, pack, comparePacks(known, pack)) }),
    });
  } finally {
    database.close();
  }
}

async function keep(): Promise<void> {
  if (pack === undefined) throw new Error('no pack has been read');
  const database = await openPackDatabase();
  let told = 0;
  try {
    await importPack(database, pack, {
      now: Date.now(),
      signal: cancelling.signal,
      onProgress: (done, total) => {
        const now = performance.now();
        if (now - told < PROGRESS_PAUSE) return;
        told = now;
        tell({ type: 'progress', done, total });
      },
    });
  } finally {
    database.close();
  }
  tell({ type: 'kept' });
}

function tell(news: ImportNews): void {
  postMessage(news);
}
