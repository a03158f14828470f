import type { ReaderSettings } from './reader-settings';
import type { Settings } from './schema';

/**
 * What the script in every page and the card need to know, and no more. The background keeps this one object in
 * `storage.local` under {@link PAGE_SETTINGS_KEY}, made from the settings; page scripts read it once they
 * have found text, and follow `storage.onChanged`.
 */
export interface PageSettings {
  enabled: boolean;
  /** Host patterns the reader has muted: `example.com` covers its subdomains. */
  mutedSites: readonly string[];
  mutedTerms: readonly string[];
  hiddenCategories: readonly string[];
  density: Settings['marks.density'];
  style: Settings['marks.style'];
  byCategory: boolean;
  /** Milliseconds of rest before the card opens. */
  openDelay: number;
  theme: Settings['theme'];
}

export const PAGE_SETTINGS_KEY = 'page-settings';

/** What pages need to know of the settings. */
export function pageSettingsFrom(settings: ReaderSettings): PageSettings {
  const { values, mutedSites, mutedTerms, hiddenCategories } = settings;
  return {
    enabled: values.enabled,
    mutedSites,
    mutedTerms,
    hiddenCategories,
    density: values['marks.density'],
    style: values['marks.style'],
    byCategory: values['marks.byCategory'],
    openDelay: values['card.delay'],
    theme: values.theme,
  };
}
