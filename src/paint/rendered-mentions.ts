import { nextFrame } from '../page/next-frame';
import type { PageMention } from '../page/page-mention';
import { isRendered } from '../page/rendered';
import { inSlices, overEach, type Step } from '../page/slices';

/** Milliseconds the marks' style may take to come, and a page to its next frame. */
const LONGEST_WAIT = 1_000;

/** The mentions a reader wants to know of, and which of them are rendered, as far as has been looked. */
export class RenderedMentions {
  /** In reading order, whether rendered or not. */
  wanted: readonly PageMention[] = [];
  /** The ids of those that are not. */
  private hidden: ReadonlySet<string> = new Set();
  /** The ids of all that were looked at. */
  private known: ReadonlySet<string> = new Set();
  private isLookDue = false;
  /** Whether that is to be at all of them. */
  private isLookAtAllDue = false;

  /**
   * @param onChanged Others are rendered than before.
   * @param onLooked It is known how many are.
   */
  constructor(
    private readonly onChanged: () => void,
    private readonly onLooked: () => void,
    private readonly signal: AbortSignal,
  ) {}

  /** Those that are rendered, in reading order. */
  get all(): PageMention[] {
    return this.wanted.filter(({ id }) => !this.hidden.has(id));
  }

  /**
   * Looks at those that came once the page has drawn what is painted now: before that, working out its style would be
   * ours.
   *
   * @param styled Resolves when the marks have their style, which makes that of the whole page anew; never, where the
   *   page is put away meanwhile.
   */
  async lookSoon(styled: Promise<void>): Promise<void> {
    if (this.isLookDue) return;
    this.isLookDue = true;
    await Promise.race([styled, new Promise((done) => setTimeout(done, LONGEST_WAIT))]);
    await nextFrame(LONGEST_WAIT);
    const { known, isLookAtAllDue } = this;
    this.isLookDue = false;
    this.isLookAtAllDue = false;
    await this.lookAtThose(({ id }) => isLookAtAllDue || !known.has(id));
  }

  /** Looks at all of them anew. Gives the milliseconds it took. */
  look(): Promise<number> {
    return this.lookAtThose(() => true);
  }

  /** The same; where those that came wait for the page to draw, it waits with them, and takes nothing yet. */
  async lookInTime(): Promise<number> {
    if (!this.isLookDue) return this.look();
    this.isLookAtAllDue = true;
    return 0;
  }

  /** In slices where there are thousands. */
  private async lookAtThose(isOne: (mention: PageMention) => boolean): Promise<number> {
    let spent = 0;
    /** By id: whether it is hidden. */
    const found = new Map<string, boolean>();
    for (;;) {
      const { wanted } = this;
      const left = wanted.filter(({ id }) => !found.has(id));
      const lookAtEach = overEach(left, (mention) => {
        const { id } = mention;
        found.set(id, isOne(mention) ? !isRendered(mention) : this.hidden.has(id));
      });
      const timed: Step = (isTimeUp) => {
        const start = performance.now();
        const isDone = lookAtEach(isTimeUp);
        spent += performance.now() - start;
        return isDone;
      };
      await inSlices(timed, this.signal);
      if (this.signal.aborted) return spent;
      // Others may be wanted by now.
      if (wanted !== this.wanted) continue;
      const ids = wanted.map(({ id }) => id);
      const hidden = new Set(ids.filter((id) => found.get(id)));
      this.known = new Set(ids);
      if (!isSame(hidden, this.hidden)) {
        this.hidden = hidden;
        this.onChanged();
      }
      this.onLooked();
      return spent;
    }
  }
}

function isSame(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return some.size === others.size && [...some].every((one) => others.has(one));
}
