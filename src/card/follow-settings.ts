import { extensionApi } from '../messaging/extension-api';
import { PAGE_SETTINGS_KEY, type PageSettings } from '../settings/page-settings';

/** What of the settings concerns a card. */
export type CardSettings = Pick<PageSettings, 'openDelay' | 'theme'>;

export interface SettingsFollower {
  /** Resolves once the settings have been told, or cannot be. */
  readonly told: Promise<void>;
  stop(): void;
}

/** Tells the card's settings, now and whenever they change. */
export function followSettings(listener: (settings: CardSettings) => void): SettingsFollower {
  const { local, onChanged } = extensionApi().storage;
  let resolve = () => {};
  const told = new Promise<void>((done) => {
    resolve = done;
  });
  const tell = (settings: unknown) => settings && listener(settings as PageSettings);
  const changed = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && PAGE_SETTINGS_KEY in changes)
      tell(changes[PAGE_SETTINGS_KEY]?.newValue);
  };
  const read = async () => {
    try {
      tell((await local.get(PAGE_SETTINGS_KEY))[PAGE_SETTINGS_KEY]);
    } catch {
      // An extension that was updated meanwhile; its page script ends the card.
    }
    resolve();
  };
  // No change reaches a page that lies in the back/forward cache, and in Firefox no answer that was on its way.
  const shown = (event: PageTransitionEvent) => event.isTrusted && event.persisted && read();
  onChanged.addListener(changed);
  window.addEventListener('pageshow', shown);
  void read();
  return {
    told,
    stop() {
      window.removeEventListener('pageshow', shown);
      onChanged.removeListener(changed);
    },
  };
}
