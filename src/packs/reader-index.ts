import builtInPack from 'virtual:built-in-pack';
import browser from 'webextension-polyfill';
import type { Alias, Pack } from '../glossary/pack-schema';
import { buildIndex } from '../matcher/build-index';
import { foldEntry } from '../matcher/fold-entry';
import { makeGate } from '../matcher/make-gate';
import { openPackDatabase, type PackRecord } from './pack-database';
import { PACKS_CHANNEL } from './packs-channel';
import { fromReaderPacks } from './read-reader-packs';
import { READER_INDEX_KEY } from './reader-index-key';
import { listPacks, readNames } from './reader-packs';

/** Where `storage.local` says which packs the index is made of. Pages have no use for it. */
const STAMP_KEY = 'reader-index-of';

/**
 * Makes the index of all names, the built-in pack's and those of the reader's enabled packs, and hands it
 * to the scripts in pages: they read it once and follow its changes. Without packs of the reader's there
 * is none, and page scripts use the one they carry. Call it after every change of the packs; it also tells
 * the extension's own pages that they changed.
 *
 * @throws {Error} where the index finds no room in `storage.local`; what was handed over before stays there.
 */
export async function publishReaderIndex(): Promise<void> {
  try {
    // One at a time: of two changes at once, the later publication sees both.
    await navigator.locks.request('reader-index', storeIndex);
  } finally {
    const channel = new BroadcastChannel(PACKS_CHANNEL);
    channel.postMessage(null);
    channel.close();
  }
}

async function storeIndex(): Promise<void> {
  const database = await openPackDatabase();
  try {
    // What changes between the two readings is published by whoever changes it, or at the next start.
    const made = stampOf(await listPacks(database));
    const packs = await readNames(database);
    if (packs.length === 0) await browser.storage.local.remove([READER_INDEX_KEY, STAMP_KEY]);
    else {
      const whole = packs.map((pack) => ({ ...pack, facts: [] }));
      const index = buildIndex([builtInPack, ...withoutKnownNames(whole)]);
      await browser.storage.local.set({
        [READER_INDEX_KEY]: { ...index, gate: makeGate(index.aliases) },
        [STAMP_KEY]: made,
      });
    }
  } finally {
    database.close();
  }
}

/** What an index was made of: the enabled packs in their order, each as it was last changed; empty without any. */
function stampOf(packs: readonly PackRecord[]): string {
  const enabled = packs.filter((pack) => pack.enabled);
  return enabled.map(({ id, changed }) => `${id} ${changed}`).join();
}

/**
 * Makes the index anew after an update, since the built-in pack may have other names now, and at a start of the
 * background where it is not of the packs there are: a page or the background was ended between a change and its
 * publication.
 */
export function renewReaderIndex(): void {
  browser.runtime.onInstalled.addListener(publishReaderIndex);
  publishLeftChange().catch((error: unknown) =>
    console.error('AI Footnotes could not hand the names of packs to pages:', error),
  );
}

async function publishLeftChange(): Promise<void> {
  const made = stampOf(await fromReaderPacks(listPacks));
  const { [STAMP_KEY]: published = '' } = await browser.storage.local.get(STAMP_KEY);
  if (made !== published) await publishReaderIndex();
}

/**
 * The reader's packs without the names that the built-in pack gives to the same term: a pack that repeats
 * a name does not know what the built-in one does of where it counts.
 */
function withoutKnownNames(packs: readonly Pack[]): Pack[] {
  const known = new Map(
    builtInPack.terms.map(({ id, aliases }) => [id, new Set(aliases.map(foldedName))]),
  );
  return packs.map((pack) => ({
    ...pack,
    terms: pack.terms.map((term) => {
      const names = known.get(term.id);
      if (!names) return term;
      return { ...term, aliases: term.aliases.filter((alias) => !names.has(foldedName(alias))) };
    }),
  }));
}

const foldedName = ({ text }: Alias): string => foldEntry(text);
