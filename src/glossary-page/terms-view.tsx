import type { StoredSettings } from '../settings/store';
import { FrontPage } from './front-page';
import type { Library } from './library';
import type { Route } from './route';
import { TermList } from './term-list';
import { TermPage } from './term-page';

interface TermsViewProps {
  route: Extract<Route, { page: 'terms' }>;
  library: Library;
  settings: StoredSettings;
}

/** All terms on one side, the chosen one on the other; on narrow screens one after the other. */
export function TermsView({ route, library, settings }: TermsViewProps) {
  const term = route.term === undefined ? undefined : library.read(route.term);
  return (
    <div class={`terms${route.term === undefined ? '' : ' has-term'}`}>
      <TermList route={route} library={library} settings={settings} />
      {term !== undefined ? (
        <TermPage key={term.id} term={term} library={library} settings={settings} />
      ) : (
        <FrontPage unknown={route.term} library={library} />
      )}
    </div>
  );
}
