import type { Session } from '../../scripts/browser/session';
import { OURS } from './page-loads';
import { runInPage } from './run-in-page';
import { sharesByWorld } from './trace-shares';
import { traced } from './tracing';

/** Nodes that come, in how many batches, and milliseconds between these: ten thousand in a second. */
const CHURN = { nodes: 10_000, batches: 100, pause: 10 };

/** Milliseconds until the last name must be marked for the measure to go on. */
const LIMIT = 10_000;

export interface ChurnCost {
  /** Milliseconds of the longest task of ours, in the main thread's own time. */
  longest: number;
  /** Milliseconds from the last node until its name was marked. */
  untilRight: number;
}

/** Lets ten thousand nodes arrive in a second, a name in every hundredth. */
export async function churn(session: Session): Promise<ChurnCost> {
  const tab = await session.open(
    session.pages.handle(
      '/churn',
      '<!doctype html><title>Churn</title><main><p>DeepSeek R1</main>',
    ),
  );
  let untilRight = 0;
  try {
    await tab.waitForFunction(() => CSS.highlights.size > 0, { timeout: LIMIT });
    const events = await traced(session, async () => {
      untilRight = await runInPage(tab, arrive, CHURN, LIMIT);
    });
    const longest = sharesByWorld(events, OURS).get(OURS)?.longest ?? 0;
    return { longest, untilRight };
  } finally {
    await tab.close();
  }
}

/** Runs in the page. */
async function arrive({ nodes, batches, pause }: typeof CHURN, limit: number): Promise<number> {
  const main = document.querySelector('main') as Element;
  let named: Element | undefined;
  for (let batch = 0; batch < batches; batch++) {
    const heading = document.createElement('h2');
    heading.textContent = `Part ${batch}`;
    main.append(heading);
    for (let node = 1; node < nodes / batches; node++) {
      const paragraph = document.createElement('p');
      paragraph.textContent = 'Nobody had expected the river to rise so early in the year.';
      if (node === 50) {
        paragraph.textContent = 'Analysts compared DeepSeek R1 with what came before.';
        named = paragraph;
      }
      main.append(paragraph);
    }
    await new Promise((done) => setTimeout(done, pause));
  }
  const start = performance.now();
  const isMarked = () =>
    [...CSS.highlights.values()].some((highlight) =>
      [...highlight].some(({ startContainer }) => named?.contains(startContainer)),
    );
  while (!isMarked()) {
    if (performance.now() - start > limit) throw new Error('The last name was never marked.');
    await new Promise((done) => setTimeout(done, pause));
  }
  return performance.now() - start;
}
