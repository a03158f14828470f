import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, inject } from 'vitest';
import type { Extension } from '../../../scripts/browser/extension';
import { BROWSER_KINDS, type BrowserKind } from '../../../scripts/browser/find-browsers.mjs';
import { packagedBuild } from '../../../scripts/browser/packaged-build';
import { Session } from '../../../scripts/browser/session';
import { browsersOfFile } from './file-browsers';
import { removePacks } from './packs-page';
import { resetSettings, type SettingsAtFirst, settingsOf } from './reset-settings';
import { leftAsFound, tracesIn } from './traces';

/** What the tests of a file share in one browser; its members are there once the tests run. */
export interface World {
  readonly kind: BrowserKind;
  readonly session: Session;
  readonly extension: Extension;
}

/**
 * Runs a file's tests in Chromium and in Firefox with the packaged extension, behind a proxy that refuses everything
 * but the tests' own pages. What anybody asked of it fails the file. The browsers are those of the file before where
 * that has left them as they were.
 *
 * @param define Holds the `test` calls. Take the world's members inside the tests, not before.
 */
export function inEachBrowser(define: (world: World) => void): void {
  defineInEach('packaged', define);
}

/** As {@link inEachBrowser}, in browsers that no other file had before, and that none gets after it. */
export function inEachFreshBrowser(define: (world: World) => void): void {
  defineInEach(undefined, define);
}

function defineInEach(use: string | undefined, define: (world: World) => void): void {
  const downloads = inject('downloads');
  const browsers = browsersOfFile(use, async (kind) =>
    Session.launch(kind, {
      extension: packagedBuild(kind),
      offline: true,
      keepsWindows: true,
      downloads: await mkdtemp(join(downloads, `${kind}-`)),
    }),
  );

  describe.each(BROWSER_KINDS)('in %s', (kind) => {
    let session: Session | undefined;
    let settingsAtFirst: SettingsAtFirst;
    let tracesAtFirst = '';
    // What a test that failed has left behind is not known.
    let isPassed = true;
    const world: World = {
      kind,
      get session() {
        if (session === undefined) throw new Error('The browser is there only inside a test.');
        return session;
      },
      get extension() {
        return this.session.extension;
      },
    };

    beforeAll(async () => {
      session = await browsers.take(kind);
      settingsAtFirst = await settingsOf(session.extension);
      tracesAtFirst = await tracesIn(world);
    });

    let tabs: ReadonlySet<Page> = new Set();
    beforeEach(() => {
      tabs = new Set(session?.tabs);
    });
    afterEach(async ({ task }) => {
      isPassed &&= task.result?.state !== 'fail';
      if (session === undefined) return;
      // Scripts in tabs that nobody looks at any more would answer every change of the tests that follow.
      await session.closeTabsSince(tabs);
      await resetSettings(session.extension, settingsAtFirst);
      await removePacks(world);
    });

    afterAll(async () => {
      if (session === undefined) return;
      let isAsFound = false;
      try {
        isAsFound = isPassed && (await leftAsFound(world, tracesAtFirst));
      } finally {
        await browsers.giveBack(session, isAsFound);
      }
    });

    define(world);
  });
}
