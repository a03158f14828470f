import type { CDPSession } from 'puppeteer-core';
import type { Session } from '../../scripts/browser/session';
import type { TraceEvent } from './trace-shares';

/** Tasks as a whole, and what a thread is called. */
const TASKS = ['toplevel', '__metadata'];
/** Whose scripts run in them. */
const SCRIPTS = ['v8', 'devtools.timeline'];

/**
 * Records what the browser's threads do while something happens.
 *
 * @param details What is recorded within tasks; millions of calls would be noted as millions of events.
 */
export async function traced(
  { browser }: Session,
  during: () => Promise<void>,
  details: readonly string[] = SCRIPTS,
): Promise<TraceEvent[]> {
  const target: CDPSession = await browser.target().createCDPSession();
  try {
    const events: TraceEvent[] = [];
    target.on('Tracing.dataCollected', ({ value }) => {
      for (const event of value) events.push(event as unknown as TraceEvent);
    });
    await target.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: {
        recordMode: 'recordAsMuchAsPossible',
        includedCategories: [...TASKS, ...details],
      },
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
