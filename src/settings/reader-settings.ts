import * as v from 'valibot';
import type { Category } from '../glossary/pack-schema';
import {
  HiddenCategorySchema,
  LIST_PREFIXES,
  MutedTermSchema,
  SETTINGS,
  type SettingName,
  type Settings,
} from './schema';
import { parseSitePattern } from './site-pattern';

/** Keys and values as a storage area holds them; not trusted. */
export type StoredItems = Readonly<Record<string, unknown>>;

/** Everything a reader has set, with defaults for the rest. */
export interface ReaderSettings {
  values: Settings;
  /** In alphabetical order. */
  mutedSites: readonly string[];
  mutedTerms: readonly string[];
  hiddenCategories: readonly Category[];
}

/**
 * Makes settings of what a storage area holds. A value that does not fit counts as not set and is left
 * where it is: a newer version of the extension may have written it.
 */
export function settingsFrom(items: StoredItems): ReaderSettings {
  return {
    values: Object.fromEntries(
      Object.entries(SETTINGS).map(([name, { schema, initial }]) => [
        name,
        Object.hasOwn(items, name) && v.is(schema, items[name]) ? items[name] : initial,
      ]),
    ) as Settings,
    mutedSites: entriesOf(items, LIST_PREFIXES.mutedSites).filter(isSitePattern),
    mutedTerms: entriesOf(items, LIST_PREFIXES.mutedTerms).filter((id) =>
      v.is(MutedTermSchema, id),
    ),
    hiddenCategories: entriesOf(items, LIST_PREFIXES.hiddenCategories).filter((category) =>
      v.is(HiddenCategorySchema, category),
    ),
  };
}

function entriesOf(items: StoredItems, prefix: string): string[] {
  return Object.keys(items)
    .filter((key) => key.startsWith(prefix) && items[key] === true)
    .map((key) => key.slice(prefix.length))
    .sort();
}

/** Whether an entry is a site pattern in its one spelling. */
function isSitePattern(entry: string): boolean {
  return parseSitePattern(entry).pattern === entry;
}

/** Whether a key is one this version knows: a setting, or an entry of a list. */
export function isSettingKey(key: string): boolean {
  return (
    Object.hasOwn(SETTINGS, key) ||
    Object.values(LIST_PREFIXES).some((prefix) => key.startsWith(prefix))
  );
}

/** Whether a key is one this version knows, with a value it can have: another is a newer version's, and left to it. */
export function isReadable(key: string, value: unknown): boolean {
  return isSettingKey(key) && !settingProblem(key, value);
}

/** Whether a known key has a value it cannot have, or names an entry its list cannot hold. */
export function settingProblem(key: string, value: unknown): boolean {
  if (Object.hasOwn(SETTINGS, key)) return !v.is(SETTINGS[key as SettingName].schema, value);
  const read = settingsFrom({ [key]: value });
  return [read.mutedSites, read.mutedTerms, read.hiddenCategories].every(
    (entries) => entries.length === 0,
  );
}
