import { Session } from '../../scripts/browser/session';
import { Companions } from './companions';
import { median } from './median';

/** Loads whose median counts. */
const LOADS = 3;

/** An ordinary page without names. */
const PAGE = `<!doctype html><title>Idle</title>${'<p>Nobody had expected the river to rise.'.repeat(200)}`;

/** Milliseconds after the load until everything has settled. */
const SETTLED = 1_000;

/** Kilobytes of JavaScript heap that an idle tab has more of, after a full collection. */
export interface AddedHeap {
  ours: number;
  /** With an extension that runs an empty script: what any takes for a world of its own. */
  empty: number;
}

/** Measures both against a browser without any extension. */
export async function heapAdded(folder: string): Promise<AddedHeap> {
  const companions = new Companions();
  try {
    const without = await heapOf();
    const empty = await heapOf(companions.emptyScript);
    const ours = await heapOf(folder);
    return { ours: (ours - without) / 1_024, empty: (empty - without) / 1_024 };
  } finally {
    companions.remove();
  }
}

async function heapOf(extension?: string): Promise<number> {
  const session = await Session.launch('chrome', { offline: true });
  try {
    if (extension !== undefined) await session.browser.installExtension(extension);
    const address = session.pages.handle('/idle', PAGE);
    const sizes: number[] = [];
    // The first load comes before the script is registered.
    for (let load = 0; load <= LOADS; load++) {
      const tab = await session.open(address);
      await new Promise((done) => setTimeout(done, SETTLED));
      const target = await tab.createCDPSession();
      await target.send('HeapProfiler.collectGarbage');
      if (load > 0) sizes.push((await target.send('Runtime.getHeapUsage')).usedSize);
      await tab.close();
    }
    return median(sizes);
  } finally {
    await session.close();
  }
}
