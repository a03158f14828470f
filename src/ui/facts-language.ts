import browser from 'webextension-polyfill';
import { closestLanguage, type Language } from '../glossary/language';
import type { Settings } from '../settings/schema';

/**
 * The language facts are shown in, on cards as on pages of our own: the reader's choice, else the browser's. Not the
 * interface's, which is English where the browser has no translation to offer for its region.
 */
export function factsLanguage(values: Settings): Language {
  const chosen = values['facts.language'];
  return chosen === 'auto' ? closestLanguage(browser.i18n.getUILanguage()) : chosen;
}
