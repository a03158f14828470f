import { coversSite, LOCAL_FILES, patternOfSite } from '../settings/site-pattern';
import { addToList, removeFromList, type StoredSettings } from '../settings/store';
import { message } from '../ui/message';
import { Switch } from '../ui/switch';
import type { ActiveTab } from './active-page';

/** On or off for the site of the tab; absent where there is no site. */
export function SiteSwitch({
  tab,
  settings,
}: {
  tab: ActiveTab | undefined;
  settings: StoredSettings;
}) {
  const site = tab?.site;
  if (site === undefined) return null;
  const covering = settings.mutedSites.filter((pattern) => coversSite(pattern, site));
  const pattern = covering[0] ?? patternOfSite(site);
  const change = (on: boolean) =>
    on ? removeFromList('mutedSites', ...covering) : addToList('mutedSites', pattern);
  return (
    <Switch checked={covering.length === 0} disabled={!settings.values.enabled} onChange={change}>
      {message('onThisSite')}{' '}
      <span class="site">{pattern === LOCAL_FILES ? message('localFiles') : pattern}</span>
    </Switch>
  );
}
