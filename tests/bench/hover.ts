import { findText } from '../../scripts/browser/card';
import type { Session } from '../../scripts/browser/session';
import { SETTINGS } from '../../src/settings/schema';

/** Marks rested on, one after another. */
const NAMES = ['DeepSeek', 'OpenAI', 'ChatGPT', 'GPT-4o'];

/** Milliseconds until a card must be there for the measure to go on. */
const LIMIT = 10_000;

/** Milliseconds from the end of the hover delay to the frame that has the card. */
export interface HoverTimes {
  /** For the first card of a page, in a process that had none. */
  first: number;
  /** For those after it. */
  later: number[];
}

/** Opens cards in a page of its own. */
export async function hoverTimes(session: Session): Promise<HoverTimes> {
  const paragraphs = NAMES.map(
    (name) => `<h2>A part</h2><p style="margin:4em">About ${name} now.</p>`,
  );
  const tab = await session.open(
    session.pages.handle('/hover', `<!doctype html><title>Hover</title>${paragraphs.join('')}`),
  );
  try {
    await tab.waitForFunction(
      (count: number) =>
        [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0) >= count,
      { timeout: LIMIT },
      NAMES.length,
    );
    const times: number[] = [];
    for (const name of NAMES) {
      const place = await findText(session.extension, tab, name);
      if (!place) throw new Error(`${name} is not shown.`);
      await tab.mouse.move(2, 2);
      const shown = session.extension.inPage(tab, cardShown, LIMIT);
      await tab.mouse.move(place.x, place.y, { steps: 3 });
      times.push((await shown) - SETTINGS['card.delay'].initial);
      await tab.keyboard.press('Escape');
    }
    const [first = Number.NaN, ...later] = times;
    return { first, later };
  } finally {
    await tab.close();
  }
}

/** Runs beside the page script: milliseconds from the pointer's last move to the frame with the card in it. */
async function cardShown(
  { shadowOf }: { shadowOf(element: Element): ShadowRoot | null },
  limit: number,
): Promise<number> {
  let moved = 0;
  const onMove = (event: Event) => {
    moved = event.timeStamp;
  };
  addEventListener('pointermove', onMove, true);
  const end = performance.now() + limit;
  const isShown = () => {
    const host = document.querySelector('ai-footnotes:popover-open');
    return host && shadowOf(host)?.querySelector('[role="dialog"]')?.checkVisibility();
  };
  while (isShown()) await new Promise((done) => requestAnimationFrame(done));
  while (!(moved && isShown())) {
    if (performance.now() > end) throw new Error('No card came.');
    await new Promise((done) => requestAnimationFrame(done));
  }
  removeEventListener('pointermove', onMove, true);
  return performance.now() - moved;
}
