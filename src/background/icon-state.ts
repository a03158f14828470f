import { isMuted } from '../settings/site-pattern';
import type { StoredSettings } from '../settings/store';
import { message } from '../ui/message';

/** What the icon in the toolbar can say; each is a set of pictures in `public/icon/`. */
export type IconState = 'on' | 'muted' | 'off';

/** What the icon says over a page. */
export function iconStateOf(address: string | undefined, settings: StoredSettings): IconState {
  if (!settings.values.enabled) return 'off';
  return isMuted(address, settings.mutedSites) ? 'muted' : 'on';
}

/** The icon's title, without a number of mentions. */
export function titleOf(state: IconState): string {
  const states: Record<IconState, string> = {
    on: message('extensionName'),
    muted: message('titleMuted'),
    off: message('titleOff'),
  };
  return states[state];
}
