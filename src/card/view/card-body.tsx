import type { CardTerm } from '../../glossary/card-term';
import { closestLanguage, type Language } from '../../glossary/language';
import { MeasureChart } from '../../ui/measure-chart';
import { countedMessage, interfaceLanguage, message, wordSpace } from '../../ui/message';
import { SourceNotes } from '../../ui/source-notes';
import { Spoken } from '../../ui/spoken';
import { FACTS_AT_FIRST, languageOf, type Reading } from '../reading';
import type { CardActions } from './card-actions';
import { FactEntry } from './fact-entry';

/** Characters from which a name is set smaller, so that facts still find room below it. */
const LONG_NAME = 48;

interface CardBodyProps {
  id: string;
  term: CardTerm;
  reading: Reading;
  actions: CardActions;
}

/** What a card says of a term. */
export function CardBody({ id, term, reading, actions }: CardBodyProps) {
  const rest = term.facts.length - FACTS_AT_FIRST;
  const facts = reading.expanded ? term.facts : term.facts.slice(0, FACTS_AT_FIRST);
  return (
    <>
      <h2 class={term.name.text.length > LONG_NAME ? 'name long' : 'name'} id={`${id}-name`}>
        <Spoken {...term.name} />
      </h2>
      {term.summary ? (
        <p class="summary" id={`${id}-summary`}>
          <Spoken {...term.summary} />
        </p>
      ) : (
        <p class="missing">{message('cardNoSummary')}</p>
      )}
      <OtherLanguage term={term} actions={actions} />
      {facts.length > 0 ? (
        <ol class="facts">
          {facts.map((fact) => (
            <FactEntry key={`${fact.pack} ${fact.id}`} fact={fact} term={term} actions={actions} />
          ))}
        </ol>
      ) : (
        <p class="missing">{message('cardNoFacts')}</p>
      )}
      {rest > 0 && (
        <button
          type="button"
          class="text-button more"
          aria-expanded={reading.expanded}
          onClick={() => actions.read({ type: 'REST_TOGGLED' })}
        >
          {reading.expanded
            ? message('cardFewerFacts')
            : countedMessage('cardMoreFactsOne', 'cardMoreFactsOther', rest)}
        </button>
      )}
      {term.measures.map((measure) => (
        <MeasureChart key={measure.id} measure={measure} term={term.id} />
      ))}
      <Related term={term} reading={reading} actions={actions} />
      <SourceNotes term={term} />
    </>
  );
}

/** Says when facts are in another language than the reader's, and offers the other one there is. */
function OtherLanguage({ term, actions }: Pick<CardBodyProps, 'term' | 'actions'>) {
  const reader = closestLanguage(interfaceLanguage());
  const shown = languageOf(term);
  if (shown === reader || term.languages.length === 0) return null;
  const name = (language: Language) =>
    new Intl.DisplayNames(reader, { type: 'language' }).of(language) ?? language;
  return (
    <p class="missing">
      {message('cardOtherLanguage', name(shown))}
      {wordSpace()}
      {term.languages.includes(reader) ? (
        <button type="button" class="text-button" onClick={() => actions.readIn(reader)}>
          {message('cardReadIn', name(reader))}
        </button>
      ) : (
        message('cardNotIn', name(reader))
      )}
    </p>
  );
}

function Related({ term, reading, actions }: Omit<CardBodyProps, 'id'>) {
  if (term.related.length === 0) return null;
  return (
    <nav class="related" aria-label={message('cardSeeAlso')}>
      <span class="related-label">{message('cardSeeAlso')}</span>
      <ul>
        {term.related.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              class="text-button"
              aria-busy={reading.coming === id}
              onClick={() => actions.read({ type: 'RELATED_CHOSEN', term: id })}
            >
              <Spoken {...name} />
            </button>
          </li>
        ))}
      </ul>
      {reading.failed && <p class="missing">{message('cardFailed')}</p>}
    </nav>
  );
}
