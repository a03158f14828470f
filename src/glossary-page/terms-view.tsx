import { useLayoutEffect, useRef } from 'preact/hooks';
import type { StoredSettings } from '../settings/store';
import { FrontPage } from './front-page';
import type { Library } from './library';
import type { Route } from './route';
import { TermList } from './term-list';
import { TermPage } from './term-page';
import { replaceRoute } from './use-route';

interface TermsViewProps {
  route: Extract<Route, { page: 'terms' }>;
  library: Library;
  settings: StoredSettings;
}

/** All terms on one side, the chosen one on the other; on narrow screens one after the other. */
export function TermsView({ route, library, settings }: TermsViewProps) {
  const { term: id, search } = route;
  const term = id === undefined ? undefined : library.read(id);
  const read = useRef<string | undefined>(undefined);
  // With its last footnote a term goes while it is read: the list then, as no link was wrong.
  const isGone = term === undefined && id !== undefined && read.current === id;
  useLayoutEffect(() => {
    if (isGone) replaceRoute({ page: 'terms', ...(search !== undefined && { search }) });
    read.current = term?.id;
  }, [isGone, term, search]);
  return (
    <div class={`terms${id === undefined ? '' : ' has-term'}`}>
      <TermList route={route} library={library} settings={settings} />
      {term !== undefined ? (
        <TermPage key={term.id} term={term} library={library} settings={settings} />
      ) : (
        <FrontPage unknown={isGone ? undefined : id} library={library} />
      )}
    </div>
  );
}
