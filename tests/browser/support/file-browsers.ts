import { afterAll, expect } from 'vitest';
import { BROWSER_KINDS, type BrowserKind } from '../../../scripts/browser/find-browsers.mjs';
import { ASKED_BY_CHROMIUM } from '../../../scripts/browser/launch-options';
import type { Session } from '../../../scripts/browser/session';

/** A file's browsers, one after the other. */
export interface FileBrowsers {
  take(kind: BrowserKind): Promise<Session>;
  /**
   * Ends a file's use of one, and fails where a page or the extension in it asked the network for anything.
   *
   * @param isAsFound Whether the next file can have it.
   */
  giveBack(session: Session, isAsFound: boolean): Promise<void>;
}

/** How much of what was asked in a browser some file has answered for, be it asked between two. */
const answeredFor = new WeakMap<Session, number>();

/**
 * Takes the browsers that the file before has left, and launches those that are missing, each while the one before
 * it is still in use: coming up takes a browser some seconds of mere waiting.
 *
 * @param use What they are for; those that are for the same are kept from file to file. Without it they are this
 *   file's alone.
 */
export function browsersOfFile(
  use: string | undefined,
  launch: (kind: BrowserKind) => Promise<Session>,
): FileBrowsers {
  const coming = new Map<BrowserKind, Promise<Session>>();
  const bring = async (kind: BrowserKind) =>
    (use !== undefined && keptBrowsers.take(`${use} ${kind}`)) || launch(kind);
  const begin = (kind: BrowserKind) => {
    const session = coming.get(kind) ?? bring(kind);
    coming.set(kind, session);
    return session;
  };
  const end = (session: Session, isAsFound: boolean) =>
    use !== undefined && isAsFound
      ? keptBrowsers.keep(`${use} ${session.kind}`, session)
      : session.close();
  // Where only some of the tests are run, nobody may have asked for the next.
  afterAll(async () => {
    for (const session of coming.values()) await end(await session, true);
  });
  return {
    async take(kind) {
      const session = await begin(kind);
      coming.delete(kind);
      const next = BROWSER_KINDS[BROWSER_KINDS.indexOf(kind) + 1];
      if (next !== undefined) begin(next).catch(() => undefined); // told to who asks for it
      return session;
    },
    async giveBack(session, isAsFound) {
      await end(session, isAsFound);
      const asked = session.asked.slice(answeredFor.get(session));
      answeredFor.set(session, session.asked.length);
      expect(asked.filter((line) => !ASKED_BY_CHROMIUM.has(line))).toEqual([]);
    },
  };
}
