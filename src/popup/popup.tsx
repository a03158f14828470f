import { setSetting } from '../settings/store';
import { message } from '../ui/message';
import { Switch } from '../ui/switch';
import { useSettings } from '../ui/use-settings';
import { PageSummary } from './page-summary';
import { SiteSwitch } from './site-switch';
import { useActivePage } from './use-active-page';

/** The popup: the reader's hand on the extension, over the page at hand. */
export function Popup() {
  const settings = useSettings();
  const page = useActivePage(settings);
  if (settings === undefined || page === undefined) return null;
  const { enabled } = settings.values;
  return (
    <main>
      <header>
        <h1>{message('extensionName')}</h1>
        <Switch checked={enabled} onChange={(on) => setSetting('enabled', on)}>
          {message('everywhere')}
        </Switch>
      </header>
      <SiteSwitch tab={page.tab} settings={settings} />
      <PageSummary page={page} settings={settings} />
    </main>
  );
}
