import { PAGE_SETTINGS_KEY, type PageSettings } from '../settings/page-settings';
import { extensionApi } from './extension-api';

/** What of the settings concerns a card. */
export type CardSettings = Pick<PageSettings, 'openDelay' | 'theme'>;

/**
 * Tells the card's settings, now and whenever they change.
 *
 * @returns Stops telling.
 */
export function followSettings(listener: (settings: CardSettings) => void): () => void {
  const { local, onChanged } = extensionApi.storage;
  const tell = (settings: unknown) => settings && listener(settings as PageSettings);
  const changed = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && PAGE_SETTINGS_KEY in changes)
      tell(changes[PAGE_SETTINGS_KEY]?.newValue);
  };
  const read = () => local.get(PAGE_SETTINGS_KEY).then((items) => tell(items[PAGE_SETTINGS_KEY]));
  // No change reaches a page that lies in the back/forward cache.
  const shown = (event: PageTransitionEvent) => event.isTrusted && event.persisted && read();
  onChanged.addListener(changed);
  window.addEventListener('pageshow', shown);
  read();
  return () => {
    window.removeEventListener('pageshow', shown);
    onChanged.removeListener(changed);
  };
}
