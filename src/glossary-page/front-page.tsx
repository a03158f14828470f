import { useMemo } from 'preact/hooks';
import { MeasureChart } from '../ui/measure-chart';
import { countedMessage, message } from '../ui/message';
import { SourceNotes } from '../ui/source-notes';
import { Spoken } from '../ui/spoken';
import { searchTerms } from '../ui/term-search';
import { type Library, termsByFacts } from './library';
import { partialDateInWords } from './partial-date';
import { hashOf } from './route';
import { TermLinks } from './term-links';

/** Terms to begin with: as many as fill two rows. */
const STARTING_POINTS = 6;

/** Terms offered in the place of one that is not there: more would be a list to read. */
const CLOSE_TERMS = 3;

/** The latest events, as many as stand beside a chart. */
const LATEST_EVENTS = 4;

/** What stands where no term is chosen: whose facts these are, of when, and where to begin. */
export function FrontPage({ unknown, library }: { unknown: string | undefined; library: Library }) {
  const first = useMemo(() => termsByFacts(library, STARTING_POINTS), [library]);
  const [best] = first;
  return (
    <section class="front">
      {unknown !== undefined && <UnknownTerm id={unknown} library={library} />}
      <h1>{message('frontTitle')}</h1>
      <p class="lead">{message('frontText')}</p>
      <p class="counts">
        <b>{message('frontCounts', library.terms.length, library.facts)}</b>
      </p>
      <h2>{message('frontStart')}</h2>
      <ul class="start">
        {first.map(({ id, category, name, summary, facts }) => (
          <li key={id} class={`of-${category}`}>
            <a class="start-name" href={hashOf({ page: 'terms', term: id })}>
              <Spoken {...name} />
            </a>
            {summary && (
              <p>
                <Spoken {...summary} />
              </p>
            )}
            <p class="start-count">
              {countedMessage('factsCountOne', 'factsCountOther', facts.length)}
            </p>
          </li>
        ))}
      </ul>
      <div class="doors">
        <FiguresDoor library={library} />
        <TimelineDoor library={library} />
      </div>
      {best && <SourceNotes term={best} />}
    </section>
  );
}

/** Says that a link leads nowhere, and where else it may have been meant to lead. */
function UnknownTerm({ id, library }: { id: string; library: Library }) {
  const close = searchTerms(library.searchable, id)
    .slice(0, CLOSE_TERMS)
    .flatMap((found) => library.terms.find((term) => term.id === found) ?? []);
  return (
    <div class="warning" role="alert">
      {message('unknownTerm', id)}
      {close.length > 0 && <TermLinks class="close-terms" terms={close} />}
    </div>
  );
}

function FiguresDoor({ library }: { library: Library }) {
  const [first] = library.measures;
  const measure =
    first && library.read(first.term)?.measures.find((candidate) => candidate.id === first.id);
  if (first === undefined || measure === undefined) return null;
  return (
    <section class="of-model">
      <h2>
        <a href={hashOf({ page: 'figures' })}>{message('navFigures')}</a>
      </h2>
      <MeasureChart measure={measure} term={first.term} />
    </section>
  );
}

function TimelineDoor({ library }: { library: Library }) {
  if (library.events.length === 0) return null;
  return (
    <section>
      <h2>
        <a href={hashOf({ page: 'timeline' })}>{message('navTimeline')}</a>
      </h2>
      <dl class="door-events">
        {library.events.slice(-LATEST_EVENTS).map((event) => (
          <div key={event.id}>
            <dt>{partialDateInWords(event.date)}</dt>
            <dd>
              <Spoken {...event.text} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
