import { afterAll } from 'vitest';
import { BROWSER_KINDS, type BrowserKind } from '../../../scripts/browser/find-browsers.mjs';
import type { Session } from '../../../scripts/browser/session';

/**
 * Launches a file's browsers one after the other, each while the one before it is still in use: coming up takes a
 * browser some seconds of mere waiting.
 *
 * @returns What gives the browser of a kind to who is to close it.
 */
export function launchInTurn(
  launch: (kind: BrowserKind) => Promise<Session>,
): (kind: BrowserKind) => Promise<Session> {
  const launched = new Map<BrowserKind, Promise<Session>>();
  const begin = (kind: BrowserKind) => {
    const session = launched.get(kind) ?? launch(kind);
    launched.set(kind, session);
    return session;
  };
  // Where only some of the tests are run, nobody may have asked for the next.
  afterAll(async () => {
    for (const session of launched.values()) await (await session).close();
  });
  return async (kind) => {
    const session = await begin(kind);
    launched.delete(kind);
    const next = BROWSER_KINDS[BROWSER_KINDS.indexOf(kind) + 1];
    if (next !== undefined) begin(next).catch(() => undefined); // told to who asks for it
    return session;
  };
}
