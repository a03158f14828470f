import { closestLanguage, type Language } from '../glossary/language';
import type { Settings } from '../settings/schema';
import { interfaceLanguage } from './message';

/** The language facts are shown in on pages of our own: the reader's choice, else the interface's. */
export function factsLanguage(values: Settings): Language {
  const chosen = values['facts.language'];
  return chosen === 'auto' ? closestLanguage(interfaceLanguage()) : chosen;
}
