import { useEffect, useMemo } from 'preact/hooks';
import { readPacks } from '../packs/read-packs';
import type { StoredSettings } from '../settings/store';
import { factsLanguage } from '../ui/facts-language';
import { SettingsFailed } from '../ui/settings-failed';
import { useSettings } from '../ui/use-settings';
import { useTheme } from '../ui/use-theme';
import { ComparisonView } from './comparison-view';
import { FiguresView } from './figures-view';
import { isPrivateWindow } from './is-private-window';
import { type Library, openLibrary } from './library';
import { Masthead } from './masthead';
import { PacksOutOfReach } from './packs/packs-out-of-reach';
import { PacksView } from './packs/packs-view';
import { pageTitle } from './page-title';
import type { Route } from './route';
import { SettingsView } from './settings/settings-view';
import { TermsView } from './terms-view';
import { TimelineView } from './timeline-view';
import { useArrival } from './use-arrival';
import { usePacks } from './use-packs';
import { useRoute } from './use-route';
import { useSearchKey } from './use-search-key';

/** The glossary: everything the extension knows, and its settings. */
export function GlossaryPage() {
  const { settings, failure } = useSettings();
  useTheme(settings);
  useSearchKey();
  const packs = usePacks(readPacks);
  const route = useRoute();
  const language = settings && factsLanguage(settings.values);
  const library = useMemo(
    () => (packs && language ? openLibrary(packs, language) : undefined),
    [packs, language],
  );
  if (failure !== undefined) return <SettingsFailed failure={failure} />;
  if (settings === undefined || library === undefined) return null;
  return (
    <>
      <Masthead route={route} />
      <main id="content" tabIndex={-1}>
        <View route={route} library={library} settings={settings} />
      </main>
    </>
  );
}

interface ViewProps {
  route: Route;
  library: Library;
  settings: StoredSettings;
}

function View({ route, library, settings }: ViewProps) {
  useArrival(route);
  const title = pageTitle(route, library);
  useEffect(() => {
    document.title = title;
  }, [title]);
  switch (route.page) {
    case 'terms':
      return <TermsView route={route} library={library} settings={settings} />;
    case 'timeline':
      return <TimelineView library={library} />;
    case 'figures':
      return <FiguresView library={library} />;
    case 'compare':
      return <ComparisonView ids={route.terms} library={library} />;
    case 'packs':
      return isPrivateWindow() ? <PacksOutOfReach /> : <PacksView language={library.language} />;
    case 'settings':
      return <SettingsView settings={settings} library={library} />;
  }
}
