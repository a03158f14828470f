import type { CDPSession } from 'puppeteer-core';
import type { Session } from '../../scripts/browser/session';
import type { TraceEvent } from './trace-shares';

const CATEGORIES = ['toplevel', 'v8', 'devtools.timeline', '__metadata'];

/** Records what the browser's threads do while something happens. */
export async function traced(
  { browser }: Session,
  during: () => Promise<void>,
): Promise<TraceEvent[]> {
  const target: CDPSession = await browser.target().createCDPSession();
  try {
    const events: TraceEvent[] = [];
    target.on('Tracing.dataCollected', ({ value }) => {
      for (const event of value) events.push(event as unknown as TraceEvent);
    });
    await target.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { recordMode: 'recordAsMuchAsPossible', includedCategories: CATEGORIES },
    });
    await during();
    const complete = new Promise((done) => target.once('Tracing.tracingComplete', done));
    await target.send('Tracing.end');
    await complete;
    return events;
  } finally {
    await target.detach();
  }
}
