import { Session } from '../../scripts/browser/session';
import type { BenchPage } from './bench-pages';
import { Companions } from './companions';
import { costOf, type PageCost } from './page-loads';

/**
 * What all parts of the bench share: a browser with the packaged extension in it, and one with the yardsticks. In one
 * and the same they would measure each other: whoever comes second finds text and nodes that the engine has made ready,
 * and collects the garbage of the first.
 */
export class Bench {
  private readonly costs = new Map<BenchPage, PageCost>();

  private constructor(
    readonly folder: string,
    readonly session: Session,
    readonly yardsticks: Session,
    private readonly companions: Companions,
    readonly pages: readonly BenchPage[],
    readonly loads: number,
  ) {}

  /**
   * @param folder The packaged extension.
   * @param loads How often each page is loaded; medians count.
   */
  static async open(folder: string, pages: readonly BenchPage[], loads: number): Promise<Bench> {
    const companions = new Companions();
    const session = await Session.launch('chrome', { extension: folder, offline: true });
    const yardsticks = await Session.launch('chrome', { offline: true });
    await yardsticks.browser.installExtension(companions.emptyScript);
    await yardsticks.browser.installExtension(companions.barePass);
    return new Bench(folder, session, yardsticks, companions, pages, loads);
  }

  async close(): Promise<void> {
    await Promise.all([this.session.close(), this.yardsticks.close()]);
    this.companions.remove();
  }

  /** The pages by which speed is judged: real ones; where none were given, the made-up ones of ordinary size. */
  get ordinary(): readonly BenchPage[] {
    const real = this.pages.filter(({ kind }) => kind === 'real');
    return real.length > 0 ? real : this.pages.filter(({ kind }) => kind === 'generated');
  }

  /** The costs of pages measured so far. */
  get taken(): readonly PageCost[] {
    return [...this.costs.values()];
  }

  /** What a page costs with the built-in pack alone; each is measured once. */
  async cost(page: BenchPage): Promise<PageCost> {
    let cost = this.costs.get(page);
    if (!cost) {
      cost = await costOf(this, page, this.loads);
      this.costs.set(page, cost);
    }
    return cost;
  }
}

/** For whoever waits; figures alone go to standard output. */
export function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}
