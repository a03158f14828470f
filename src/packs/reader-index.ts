import builtInPack from 'virtual:built-in-pack';
import browser from 'webextension-polyfill';
import type { Alias, Pack } from '../glossary/pack-schema';
import { buildIndex } from '../matcher/build-index';
import { foldEntry } from '../matcher/fold-entry';
import { makeGate } from '../matcher/make-gate';
import { openPackDatabase } from './pack-database';
import { PACKS_CHANNEL } from './packs-channel';
import { READER_INDEX_KEY } from './reader-index-key';
import { readNames } from './reader-packs';

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
    const packs = await readNames(database);
    if (packs.length === 0) await browser.storage.local.remove(READER_INDEX_KEY);
    else {
      const whole = packs.map((pack) => ({ ...pack, facts: [] }));
      const index = buildIndex([builtInPack, ...withoutKnownNames(whole)]);
      await browser.storage.local.set({
        [READER_INDEX_KEY]: { ...index, gate: makeGate(index.aliases) },
      });
    }
  } finally {
    database.close();
  }
}

/** Makes the index anew after an update: the built-in pack may have other names now. */
export function renewReaderIndex(): void {
  browser.runtime.onInstalled.addListener(publishReaderIndex);
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
