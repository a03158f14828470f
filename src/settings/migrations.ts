import type { StoredItems } from './reader-settings';
import { LIST_PREFIXES } from './schema';
import { parseSitePattern } from './site-pattern';

/** Keys with their new values; `undefined` removes. */
export type Changes = ReadonlyMap<string, unknown>;

/** One change of how settings are stored. Once released it stays as it is: machines meet it years later. */
export interface Migration {
  /** The day it was written, `YYYY-MM-DD`: its place in the order, and what {@link FORMAT_KEY} holds after it. */
  date: string;
  /** What it changes. Run twice it changes nothing more: another machine may have run it. */
  migrate(items: StoredItems): Changes;
}

/** The key that says up to which migration the stored settings have come. */
export const FORMAT_KEY = 'settings.format';

export const MIGRATIONS: readonly Migration[] = [
  { date: '2026-11-24', migrate: spellSitePatternsOneWay },
];

/**
 * What is to be changed in stored settings, so that this version can read them. All migrations run each time: the format
 * of a machine that is new says nothing of what synchronisation brings there later from one that is old.
 *
 * @returns nothing where a newer version has written them: it knows what they mean, this one does not.
 */
export function migrateItems(
  items: StoredItems,
  migrations: readonly Migration[] = MIGRATIONS,
): Changes {
  const format = typeof items[FORMAT_KEY] === 'string' ? items[FORMAT_KEY] : '';
  const latest = migrations.at(-1)?.date ?? '';
  const changes = new Map<string, unknown>();
  if (format > latest) return changes;
  for (const { migrate } of migrations) {
    const current = new Map([...Object.entries(items), ...changes]);
    for (const [key, value] of current) if (value === undefined) current.delete(key);
    for (const [key, value] of migrate(Object.fromEntries(current))) changes.set(key, value);
  }
  if (format < latest) changes.set(FORMAT_KEY, latest);
  return changes;
}

/** `*.Example.com` becomes `example.com`, so that each site stands in the list once. */
function spellSitePatternsOneWay(items: StoredItems): Changes {
  const changes = new Map<string, unknown>();
  for (const key of Object.keys(items)) {
    if (!key.startsWith(LIST_PREFIXES.mutedSites)) continue;
    const { pattern } = parseSitePattern(key.slice(LIST_PREFIXES.mutedSites.length));
    const spelled = pattern === undefined ? key : LIST_PREFIXES.mutedSites + pattern;
    if (spelled === key) continue;
    changes.set(key, undefined);
    changes.set(spelled, true);
  }
  return changes;
}
