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
  density: 'section' | 'page' | 'all';
  byCategory: boolean;
  /** Milliseconds of rest before the card opens. */
  openDelay: number;
  theme: 'system' | 'light' | 'dark';
}

export const PAGE_SETTINGS_KEY = 'page-settings';
