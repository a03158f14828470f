import browser from 'webextension-polyfill';
import { PAGE_SETTINGS_KEY, type PageSettings, pageSettingsFrom } from '../settings/page-settings';
import {
  migrateSettings,
  readSettings,
  type StoredSettings,
  syncWaiting,
  watchSettings,
} from '../settings/store';

/** The alarm that hands settings over which `storage.sync` did not take; survives the service worker. */
const SYNC_ALARM = 'sync-settings';

/** Minutes until a first try: Chrome counts writes by the minute. */
const SYNC_SOON = 2;

/** Minutes between further tries: the reader makes room, or signs in. */
const SYNC_LATER = 60;

/** A part of the background that acts on the settings. */
export type SettingsFollower = (settings: StoredSettings) => unknown;

/**
 * Keeps what pages read ({@link PAGE_SETTINGS_KEY} in `storage.local`) in step with the settings. The
 * service worker may end at any time, so it is made anew at every start and every change.
 *
 * @param followers Called with the settings at every start and after every change, in order, never at once.
 */
export function keepSettings(...followers: readonly SettingsFollower[]): void {
  let last: Promise<void> = migrateSettings().catch(report);
  let isWaiting = false;
  const follow = () => {
    if (isWaiting) return; // the one that waits will read this change too
    isWaiting = true;
    last = last
      .then(() => {
        isWaiting = false;
        return apply(followers);
      })
      .catch(report);
  };

  browser.alarms.onAlarm.addListener(async ({ name }) => {
    if (name === SYNC_ALARM && (await syncWaiting()) > 0) await retryIn(SYNC_LATER);
  });
  watchSettings(follow);
  follow();
}

function report(error: unknown): void {
  console.error('AI Footnotes could not apply its settings:', error);
}

async function apply(followers: readonly SettingsFollower[]): Promise<void> {
  const settings = await readSettings();
  await writePageSettings(pageSettingsFrom(settings));
  if (settings.unsynced > 0) await retryIn(SYNC_SOON);
  const outcomes = await Promise.allSettled(followers.map((follower) => follower(settings)));
  const failure = outcomes.find(({ status }) => status === 'rejected');
  if (failure !== undefined) throw (failure as PromiseRejectedResult).reason;
}

async function retryIn(delayInMinutes: number): Promise<void> {
  if (await browser.alarms.get(SYNC_ALARM)) return;
  browser.alarms.create(SYNC_ALARM, { delayInMinutes });
}

/** Writes only what differs: every write wakes a listener in each open page. */
async function writePageSettings(settings: PageSettings): Promise<void> {
  const known = (await browser.storage.local.get(PAGE_SETTINGS_KEY))[PAGE_SETTINGS_KEY];
  if (sameSettings(known, settings)) return;
  await browser.storage.local.set({ [PAGE_SETTINGS_KEY]: settings });
}

/** Compares field by field: Chrome gives objects back with their keys in another order. */
function sameSettings(known: unknown, settings: PageSettings): boolean {
  const fields = Object(known) as Record<string, unknown>;
  return Object.entries(settings).every(
    ([name, value]) => JSON.stringify(fields[name]) === JSON.stringify(value),
  );
}
