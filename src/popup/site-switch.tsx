import { coversSite, LOCAL_FILES, patternOfSite } from '../settings/site-pattern';
import { addToList, removeFromList, type StoredSettings } from '../settings/store';
import { message } from '../ui/message';
import { Switch } from '../ui/switch';
import type { Attempt } from '../ui/use-attempt';
import type { ActiveTab } from './active-tab';

interface SiteSwitchProps {
  tab: ActiveTab;
  settings: StoredSettings;
  attempt: Attempt;
}

/** On or off for the site of the tab; where there is none, it says so in the place of the switch. */
export function SiteSwitch({ tab, settings, attempt }: SiteSwitchProps) {
  const { site } = tab;
  if (site === undefined) return <p class="here no-site">{message('noSite')}</p>;
  const covering = settings.mutedSites.filter((pattern) => coversSite(pattern, site));
  const pattern = covering[0] ?? patternOfSite(site);
  const change = (on: boolean) =>
    attempt(() =>
      on ? removeFromList('mutedSites', ...covering) : addToList('mutedSites', pattern),
    );
  return (
    <div class="here">
      <Switch checked={covering.length === 0} disabled={!settings.values.enabled} onChange={change}>
        {message('onThisSite')}{' '}
        <span class="site">{pattern === LOCAL_FILES ? message('localFiles') : pattern}</span>
      </Switch>
    </div>
  );
}
