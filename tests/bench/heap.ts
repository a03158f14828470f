import { Session } from '../../scripts/browser/session';
import { median } from './median';

/** Loads whose median counts. */
const LOADS = 5;

/** An ordinary page without names. */
const PAGE = `<!doctype html><title>Idle</title>${'<p>Nobody had expected the river to rise.'.repeat(200)}`;

/** Milliseconds after the load until everything has settled. */
const SETTLED = 1_000;

/** Kilobytes of JavaScript heap that an idle tab has more of with the extension, after a full collection. */
export async function heapAdded(folder: string): Promise<number> {
  const withUs = await heapOf({ extension: folder, offline: true });
  const without = await heapOf({ offline: true });
  return (withUs - without) / 1_024;
}

async function heapOf(options: Parameters<typeof Session.launch>[1]): Promise<number> {
  const session = await Session.launch('chrome', options);
  try {
    const address = session.pages.handle('/idle', PAGE);
    const sizes: number[] = [];
    for (let load = 0; load < LOADS; load++) {
      const tab = await session.open(address);
      await new Promise((done) => setTimeout(done, SETTLED));
      const target = await tab.createCDPSession();
      await target.send('HeapProfiler.collectGarbage');
      sizes.push((await target.send('Runtime.getHeapUsage')).usedSize);
      await tab.close();
    }
    return median(sizes);
  } finally {
    await session.close();
  }
}
