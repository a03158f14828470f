import { Session } from '../../scripts/browser/session';
import type { BenchPage } from './bench-pages';
import { Companions } from './companions';
import { costOf, type PageCost } from './page-loads';

/** What all parts of the bench share: one browser with the packaged extension and the yardsticks in it. */
export class Bench {
  private readonly costs = new Map<BenchPage, PageCost>();

  private constructor(
    readonly folder: string,
    readonly session: Session,
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
    await session.browser.installExtension(companions.emptyScript);
    await session.browser.installExtension(companions.barePass);
    return new Bench(folder, session, companions, pages, loads);
  }

  async close(): Promise<void> {
    await this.session.close();
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
      cost = await costOf(this.session, page, this.loads);
      this.costs.set(page, cost);
    }
    return cost;
  }
}

/** For whoever waits; figures alone go to standard output. */
export function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}
