import browser from 'webextension-polyfill';
import { type Changes, migrateItems } from './migrations';
import {
  isSettingKey,
  type ReaderSettings,
  type StoredItems,
  settingsFrom,
} from './reader-settings';
import { LIST_PREFIXES, type ListName, type SettingName, type Settings } from './schema';

/**
 * The settings in the browser's storage. Each setting and each entry of a list is a key of its own in
 * `storage.sync`, so that machines which change different ones never overwrite each other. What
 * `storage.sync` does not take (512 items, 102,400 bytes, 120 writes a minute in Chrome; switched off by
 * policy) goes under {@link UNSYNCED_KEY} in `storage.local`, wins over the synced value when read, and is
 * handed over as soon as `storage.sync` takes it.
 */

/** The one key of `storage.local` for what waits. */
export const UNSYNCED_KEY = 'unsynced-settings';

/** A value to be set, or none where the key is to be removed. */
interface Waiting {
  value?: unknown;
}

type Unsynced = Record<string, Waiting>;

export interface StoredSettings extends ReaderSettings {
  /** How many settings wait on this machine because the browser's sync storage does not take them. */
  unsynced: number;
}

/** One writer at a time over all pages and the service worker of the extension. */
const LOCK = 'ai-footnotes.settings';

/** The settings as they stand, with defaults for what the reader has not set. */
export async function readSettings(): Promise<StoredSettings> {
  const [synced, unsynced] = await Promise.all([readSynced(), readUnsynced()]);
  return {
    ...settingsFrom(overlay(synced, unsynced)),
    unsynced: Object.keys(unsynced).length,
  };
}

/** Every stored key that belongs to the settings, newer versions' too, as it stands. */
export async function readItems(): Promise<StoredItems> {
  return overlay(await readSynced(), await readUnsynced());
}

/** Writes one setting; see {@link changeItems} for what happens where there is no room. */
export function setSetting<Name extends SettingName>(
  name: Name,
  value: Settings[Name],
): Promise<void> {
  return changeItems(new Map([[name, value]]));
}

/** Adds entries to a list; those in it already stay. */
export function addToList(list: ListName, ...entries: readonly string[]): Promise<void> {
  return changeItems(new Map(entries.map((entry) => [LIST_PREFIXES[list] + entry, true])));
}

/** Takes entries off a list; those that are not on it do no harm. */
export function removeFromList(list: ListName, ...entries: readonly string[]): Promise<void> {
  return changeItems(new Map(entries.map((entry) => [LIST_PREFIXES[list] + entry, undefined])));
}

/** What is written as soon as the lock is ours; what comes in meanwhile goes along in one operation. */
let queued = new Map<string, unknown>();
let writing: Promise<void> | undefined;

/**
 * Writes all changes, to `storage.sync` where it takes them, else to this machine.
 *
 * @throws {Error} only where `storage.local` takes nothing either: the disk is full.
 */
export function changeItems(changes: Changes): Promise<void> {
  for (const [key, value] of changes) queued.set(key, value);
  writing ??= navigator.locks.request(LOCK, () => {
    const all = queued;
    queued = new Map();
    writing = undefined;
    return writeItems(all);
  });
  return writing;
}

async function writeItems(changes: Changes): Promise<void> {
  const unsynced = new Map(Object.entries(await readUnsynced()));
  const waitedFor = unsynced.size;
  try {
    await writeSynced(changes);
    for (const key of changes.keys()) unsynced.delete(key);
    if (unsynced.size < waitedFor) await writeUnsynced(unsynced);
  } catch {
    for (const [key, value] of changes) unsynced.set(key, value === undefined ? {} : { value });
    await writeUnsynced(unsynced);
  }
}

/**
 * Hands what waits on this machine over to `storage.sync`.
 *
 * @returns how many settings it did not take; they go on waiting.
 */
export async function syncWaiting(): Promise<number> {
  await navigator.locks.request(LOCK, async () => {
    // Read once nobody else writes: a value that is set meanwhile is newer than one that waits.
    const waiting = changesOf(await readUnsynced());
    if (waiting.size > 0) await writeItems(waiting);
  });
  return Object.keys(await readUnsynced()).length;
}

/** Brings stored settings up to what this version reads. */
export async function migrateSettings(): Promise<void> {
  const changes = migrateItems(await readItems());
  if (changes.size > 0) await changeItems(changes);
}

/** Back to the defaults: every setting and list of this version is forgotten. */
export async function resetSettings(): Promise<void> {
  const known = Object.keys(await readItems()).filter(isSettingKey);
  await changeItems(new Map(known.map((key) => [key, undefined])));
}

/**
 * Calls the listener whenever a setting changed, here, in another tab or on another machine.
 *
 * @returns a function that ends it.
 */
export function watchSettings(listener: () => void): () => void {
  const onChanged = (changes: object, area: string) => {
    if (area === 'sync' || (area === 'local' && UNSYNCED_KEY in changes)) listener();
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}

async function readSynced(): Promise<StoredItems> {
  try {
    return await browser.storage.sync.get(null);
  } catch {
    return {}; // switched off by policy or preference: everything is in storage.local then
  }
}

async function readUnsynced(): Promise<Unsynced> {
  const found = (await browser.storage.local.get(UNSYNCED_KEY))[UNSYNCED_KEY];
  return typeof found === 'object' && found !== null ? (found as Unsynced) : {};
}

async function writeSynced(changes: Changes): Promise<void> {
  const removed = [...changes].filter(([, value]) => value === undefined).map(([key]) => key);
  const set = Object.fromEntries([...changes].filter(([, value]) => value !== undefined));
  // Removing first makes room for what is set.
  if (removed.length > 0) await browser.storage.sync.remove(removed);
  if (Object.keys(set).length > 0) await browser.storage.sync.set(set);
}

async function writeUnsynced(unsynced: ReadonlyMap<string, Waiting>): Promise<void> {
  if (unsynced.size === 0) await browser.storage.local.remove(UNSYNCED_KEY);
  else await browser.storage.local.set({ [UNSYNCED_KEY]: Object.fromEntries(unsynced) });
}

function changesOf(unsynced: Unsynced): Map<string, unknown> {
  return new Map(Object.entries(unsynced).map(([key, { value }]) => [key, value]));
}

function overlay(synced: StoredItems, unsynced: Unsynced): StoredItems {
  const items = new Map(Object.entries(synced));
  for (const [key, value] of changesOf(unsynced)) {
    if (value === undefined) items.delete(key);
    else items.set(key, value);
  }
  return Object.fromEntries(items);
}
