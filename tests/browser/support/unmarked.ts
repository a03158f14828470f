import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { World } from './in-each-browser';
import { unscriptedSites } from './unscripted-sites';

/** A host that no script of ours is sent to, beside the one that pages are served from. */
const MUTED = 'localhost';

/** Mutes a second name of the server, so that one browser shows each page with and without us. */
export async function muteOtherOrigin({ extension }: World): Promise<void> {
  await extension.evaluate(
    (api, key) => api.storage.sync.set({ [key]: true }),
    `muted.site.${MUTED}`,
  );
  await expect.poll(() => unscriptedSites(extension)).not.toEqual([]);
}

/** Opens a page of ours twice: with the extension, and without. */
export async function openBoth({ session }: World, address: string): Promise<[Page, Page]> {
  const other = address.replace(session.pages.origin, session.pages.otherOrigin);
  return [await session.open(address), await session.open(other)];
}
