import type { StoredSettings } from '../settings/store';
import { message } from '../ui/message';
import { Spoken } from '../ui/spoken';
import type { Library } from './library';
import { hashOf, type Route } from './route';
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

/** What stands where no term is chosen: whose facts these are, of when, and where to begin. */
function FrontPage({ unknown, library }: { unknown: string | undefined; library: Library }) {
  const first = [...library.searchable]
    .map(({ id }) => library.terms.find((term) => term.id === id))
    .filter((term) => term?.category === 'model')
    .slice(0, STARTING_POINTS);
  return (
    <section class="front">
      {unknown !== undefined && <p role="alert">{message('unknownTerm', unknown)}</p>}
      <h1>{message('frontTitle')}</h1>
      <p class="lead">{message('frontText')}</p>
      <p class="counts">{message('frontCounts', library.terms.length, library.facts)}</p>
      <h2>{message('frontStart')}</h2>
      <ul class="start">
        {first.map(
          (term) =>
            term && (
              <li key={term.id} class={`of-${term.category}`}>
                <a href={hashOf({ page: 'terms', term: term.id })}>
                  <Spoken {...term.name} />
                </a>
                {term.summary && (
                  <p>
                    <Spoken {...term.summary} />
                  </p>
                )}
              </li>
            ),
        )}
      </ul>
    </section>
  );
}

const STARTING_POINTS = 4;
