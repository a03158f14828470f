import type { Session } from '../../scripts/browser/session';
import { OURS } from './page-loads';
import { runInPage } from './run-in-page';
import { sharesByWorld } from './trace-shares';
import { traced } from './tracing';

/** Milliseconds that the page is watched for: so long that neither what is compiled first nor one slow moment decides. */
const DURATION = 30_000;

/** Milliseconds until the page must be marked. */
const LIMIT = 10_000;

/** A page with names, of some thousand words. */
const PAGE = `<!doctype html><title>Animated</title>${'<p>Analysts compared DeepSeek R1 with what came before, and <b>nobody</b> had expected it.'.repeat(200)}`;

/** The share of one core, in percent, that we take of a page that writes in every frame. */
export async function shareOfAnimation(session: Session): Promise<number> {
  const tab = await session.open(session.pages.handle('/animated', PAGE));
  try {
    await tab.waitForFunction(() => CSS.highlights.size > 0, { timeout: LIMIT });
    const events = await traced(session, () => runInPage(tab, animate, DURATION));
    const { total = 0 } = sharesByWorld(events, OURS).get(OURS) ?? {};
    return (total / DURATION) * 100;
  } finally {
    await tab.close();
  }
}

/** Runs in the page: in every frame some texts change, one paragraph goes and one comes, at times with a name. */
async function animate(duration: number): Promise<void> {
  const end = performance.now() + duration;
  for (let frame = 0; performance.now() < end; frame++) {
    await new Promise((done) => requestAnimationFrame(done));
    const paragraphs = document.querySelectorAll('p');
    for (let number = 0; number < 10; number++) {
      const text = paragraphs[number * 7 + 1]?.querySelector('b')?.firstChild as Text | null;
      if (text) text.data = `frame ${frame}`;
    }
    paragraphs[0]?.remove();
    const paragraph = document.createElement('p');
    paragraph.textContent = frame % 10 === 0 ? 'OpenAI answered.' : 'Nobody answered.';
    document.body.append(paragraph);
  }
}
