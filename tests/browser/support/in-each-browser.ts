import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import type { Extension } from '../../../scripts/browser/extension';
import { BROWSER_KINDS, type BrowserKind } from '../../../scripts/browser/find-browsers.mjs';
import { packagedBuild } from '../../../scripts/browser/packaged-build';
import { Session, type SessionOptions } from '../../../scripts/browser/session';
import { endSession } from './end-session';
import { launchInTurn } from './launch-in-turn';
import { resetSettings, toldOfSettings } from './reset-settings';

/** What the tests of a file share in one browser; its members are there once the tests run. */
export interface World {
  readonly kind: BrowserKind;
  readonly session: Session;
  readonly extension: Extension;
}

/**
 * Runs a file's tests in Chromium and in Firefox, each launched once with the packaged extension, behind a proxy
 * that refuses everything but the tests' own pages. What anybody asked of it fails the file.
 *
 * @param define Holds the `test` calls. Take the world's members inside the tests, not before.
 */
export function inEachBrowser(define: (world: World) => void, options: SessionOptions = {}): void {
  const downloads: string[] = [];
  afterAll(async () => {
    for (const folder of downloads) await rm(folder, { recursive: true });
  });
  const launch = launchInTurn(async (kind) => {
    const folder = await mkdtemp(join(tmpdir(), 'ai-footnotes-downloads-'));
    downloads.push(folder);
    return Session.launch(kind, {
      extension: packagedBuild(kind),
      offline: true,
      keepsWindows: true,
      downloads: folder,
      ...options,
    });
  });

  describe.each(BROWSER_KINDS)('in %s', (kind) => {
    let session: Session | undefined;
    let settingsAtFirst = '';

    beforeAll(async () => {
      session = await launch(kind);
      settingsAtFirst = await toldOfSettings(session.extension);
    });

    let tabs: ReadonlySet<Page> = new Set();
    beforeEach(() => {
      tabs = new Set(session?.tabs);
    });
    afterEach(async () => {
      if (session === undefined) return;
      // Scripts in tabs that nobody looks at any more would answer every change of the tests that follow.
      await session.closeTabsSince(tabs);
      await resetSettings(session.extension, settingsAtFirst);
    });

    afterAll(() => endSession(session));

    define({
      kind,
      get session() {
        if (session === undefined) throw new Error('The browser is there only inside a test.');
        return session;
      },
      get extension() {
        return this.session.extension;
      },
    });
  });
}
