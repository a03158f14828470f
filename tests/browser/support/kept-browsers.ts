import type { Session } from '../../../scripts/browser/session';

/** Browsers that files have left as they found them, each kept for the next: to come up takes one longer than most tests. */
export class KeptBrowsers {
  readonly #kept = new Map<string, Session>();

  /**
   * Takes one out, if there is any.
   *
   * @param use Those of one name can stand in for each other.
   */
  take(use: string): Session | undefined {
    const session = this.#kept.get(use);
    this.#kept.delete(use);
    return session;
  }

  async keep(use: string, session: Session): Promise<void> {
    await this.#kept.get(use)?.close();
    this.#kept.set(use, session);
  }

  async close(): Promise<void> {
    for (const session of this.#kept.values()) await session.close();
    this.#kept.clear();
  }
}
