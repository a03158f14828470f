import { useState } from 'preact/hooks';
import { Icon } from '../card/view/icons';
import { startClip } from '../clip/start-clip';
import type { CardFact, CardTerm } from '../glossary/card-term';
import { OWN_PACK_ID } from '../glossary/own-pack-id';
import { send } from '../messaging/send';
import { addToList, removeFromList, type StoredSettings } from '../settings/store';
import { citationOf } from '../ui/citation';
import { copyText } from '../ui/copy-text';
import { CautionNote, FactText, Provenance } from '../ui/fact-parts';
import { categoryLabel } from '../ui/labels';
import { leaveEntry } from '../ui/leave-entry';
import { MeasureChart } from '../ui/measure-chart';
import { message } from '../ui/message';
import { OwnFootnote } from '../ui/own-footnote';
import { Refusal } from '../ui/refusal';
import { SourceNotes } from '../ui/source-notes';
import { Spoken } from '../ui/spoken';
import { useAttempt } from '../ui/use-attempt';
import { EventList } from './event-list';
import type { Library } from './library';
import { OwnTerm } from './own-term/own-term';
import { hashOf } from './route';
import { TermLinks } from './term-links';

interface TermPageProps {
  term: CardTerm;
  library: Library;
  settings: StoredSettings;
}

/** Everything there is to say of one term; how each fact is known stands beside it, as in a margin. */
export function TermPage({ term, library, settings }: TermPageProps) {
  const [notice, setNotice] = useState('');
  const copy = async (text: string, done: string) =>
    setNotice((await copyText(text)) ? done : message('cardCopyFailed'));
  const listed = library.terms.find(({ id }) => id === term.id);
  const isOwn = listed?.packs.every((pack) => pack === OWN_PACK_ID) ?? false;
  const otherNames = listed?.otherNames ?? [];
  const events = library.events.filter(({ terms }) => terms.some(({ id }) => id === term.id));

  return (
    <article class={`term-page of-${term.category}`} aria-labelledby="term-name">
      <a class="back" href={hashOf({ page: 'terms' })}>
        {message('backToTerms')}
      </a>
      <header>
        <p class="eyebrow">{categoryLabel(term.category)}</p>
        <h1 id="term-name" class="term-name" tabIndex={-1}>
          <Spoken {...term.name} />
        </h1>
        {term.summary ? (
          <p class="lead">
            <Spoken {...term.summary} />
          </p>
        ) : (
          <p class="missing">{message('cardNoSummary')}</p>
        )}
        {otherNames.length > 0 && (
          <p class="other-names">
            <b>{message('alsoWritten')}</b>{' '}
            {otherNames.map((name) => (
              <bdi key={name}>{name}</bdi>
            ))}
          </p>
        )}
        <TermActions term={term} settings={settings} onCopy={copy} />
        {isOwn && <OwnTerm id={term.id} onSaved={setNotice} />}
        <p class="notice" role="status">
          {notice}
        </p>
      </header>
      {term.measures.length > 0 && (
        <section>
          <h2>{message('figuresHeading')}</h2>
          <div class="charts">
            {term.measures.map((measure) => (
              <MeasureChart key={measure.id} measure={measure} term={term.id} />
            ))}
          </div>
        </section>
      )}
      {term.facts.length > 0 ? (
        <section>
          <h2>{message('factsHeading')}</h2>
          <ol class="facts numbered">
            {term.facts.map((fact) => (
              <FactRow
                key={`${fact.pack} ${fact.id}`}
                fact={fact}
                onCopy={() => copy(citationOf(fact, term), message('cardCopied'))}
                onRemoved={() => setNotice(message('footnoteRemoved'))}
              />
            ))}
          </ol>
        </section>
      ) : (
        <p class="missing">{message('cardNoFacts')}</p>
      )}
      {events.length > 0 && (
        <section>
          <h2>{message('datesHeading')}</h2>
          <EventList events={events} exceptTerm={term.id} />
        </section>
      )}
      {term.related.length > 0 && (
        <nav class="related" aria-label={message('cardSeeAlso')}>
          <h2>{message('cardSeeAlso')}</h2>
          <TermLinks terms={term.related} />
        </nav>
      )}
      <SourceNotes term={term} />
    </article>
  );
}

interface TermActionsProps {
  term: CardTerm;
  settings: StoredSettings;
  onCopy: (text: string, done: string) => void;
}

function TermActions({ term: { id }, settings, onCopy }: TermActionsProps) {
  const muted = settings.mutedTerms.includes(id);
  const [failure, attempt] = useAttempt();
  const address = `${location.origin}${location.pathname}${hashOf({ page: 'terms', term: id })}`;
  const toggle = () => (muted ? removeFromList('mutedTerms', id) : addToList('mutedTerms', id));
  return (
    <>
      <p class="buttons">
        {/* Firefox's addresses are of this profile alone: no use to others, and they tell one reader from another. */}
        {!import.meta.env.FIREFOX && (
          <button
            type="button"
            class="button"
            onClick={() => onCopy(address, message('linkCopied'))}
          >
            {message('copyLink')}
          </button>
        )}
        <a class="button" href={hashOf({ page: 'compare', terms: [id] })}>
          {message('compareWith')}
        </a>
        <button type="button" class="button" onClick={() => attempt(toggle)}>
          {muted ? message('unmuteTerm') : message('muteTerm')}
        </button>
      </p>
      <Refusal text={failure} />
    </>
  );
}

interface FactRowProps {
  fact: CardFact;
  onCopy: () => void;
  onRemoved: () => void;
}

function FactRow({ fact, onCopy, onRemoved }: FactRowProps) {
  const [failure, attempt] = useAttempt();
  return (
    <li class="fact">
      <FactText fact={fact} />
      <div class="margin">
        <Provenance fact={fact} />
        <CautionNote fact={fact} />
        {fact.pack === OWN_PACK_ID && (
          <OwnFootnote
            onEdit={() => attempt(() => startClip({ edit: fact.id, page: () => undefined }))}
            onRemove={async () => {
              const entry = document.activeElement?.closest('.fact') ?? null;
              leaveEntry(entry, document.getElementById('content'));
              if (await attempt(() => send('footnote.remove', { fact: fact.id }))) onRemoved();
            }}
          />
        )}
        <Refusal text={failure} />
        <button
          type="button"
          class="icon-button copy"
          title={message('cardCopy')}
          aria-label={message('cardCopy')}
          onClick={onCopy}
        >
          <Icon shape="copy" />
        </button>
      </div>
    </li>
  );
}
