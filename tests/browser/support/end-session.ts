import { expect } from 'vitest';
import { ASKED_BY_CHROMIUM } from '../../../scripts/browser/launch-options';
import type { Session } from '../../../scripts/browser/session';

/** Ends a browser of the tests, and fails where a page or the extension in it asked the network for anything. */
export async function endSession(session: Session | undefined): Promise<void> {
  await session?.close();
  const asked = session?.asked.filter((line) => !ASKED_BY_CHROMIUM.has(line)) ?? [];
  expect(asked).toEqual([]);
}
