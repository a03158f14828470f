import type { ComponentChildren } from 'preact';
import type { CardFact, CardTerm } from '../glossary/card-term';
import type { Topic } from '../glossary/pack-schema';
import { CautionNote, FactText, Provenance } from '../ui/fact-parts';
import { MeasureChart } from '../ui/measure-chart';
import { message } from '../ui/message';
import { SourceNotes } from '../ui/source-notes';
import { Spoken } from '../ui/spoken';
import { compareTerms, keyOf } from './comparison';
import type { Library } from './library';
import { partialDateInWords } from './partial-date';
import { hashOf } from './route';
import { goTo } from './use-route';

/** Terms side by side: what is said of them, topic by topic. */
export function ComparisonView({ ids, library }: { ids: readonly string[]; library: Library }) {
  const terms = ids.flatMap((id) => library.read(id) ?? []);
  const go = (next: readonly string[]) => goTo({ page: 'compare', terms: next });
  return (
    <section class="page wide">
      <h1>{message('compareTitle')}</h1>
      <Chooser terms={terms} library={library} onChange={go} />
      {terms.length < 2 ? (
        <>
          <p class="lead">{message('compareText')}</p>
          <Suggestions library={library} />
        </>
      ) : (
        <ComparisonTable terms={terms} library={library} />
      )}
    </section>
  );
}

interface ChooserProps {
  terms: readonly CardTerm[];
  library: Library;
  onChange: (ids: readonly string[]) => void;
}

function Chooser({ terms, library, onChange }: ChooserProps) {
  const chosen = terms.map(({ id }) => id);
  return (
    <div class="chooser">
      {terms.map((term) => (
        <span key={term.id} class={`chosen of-${term.category}`}>
          <Spoken {...term.name} />
          <button
            type="button"
            class="icon-button"
            aria-label={message('compareRemove', term.name.text)}
            onClick={() => onChange(chosen.filter((id) => id !== term.id))}
          >
            ×
          </button>
        </span>
      ))}
      <select
        class="field"
        aria-label={message('compareAdd')}
        value=""
        onChange={({ currentTarget }) => onChange([...chosen, currentTarget.value])}
      >
        <option value="">{message('compareAdd')}</option>
        {library.terms
          .filter(({ id }) => !chosen.includes(id))
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name.text}
            </option>
          ))}
      </select>
    </div>
  );
}

/** Terms that share a measure are worth comparing. */
function Suggestions({ library }: { library: Library }) {
  const pairs = new Map<string, readonly CardTerm[]>();
  for (const { id, term } of library.measures) {
    const values = library.read(term)?.measures.find((measure) => measure.id === id)?.values ?? [];
    const compared = values.slice(0, 3).flatMap((value) => library.read(value.term) ?? []);
    if (compared.length > 1) pairs.set(compared.map((one) => one.id).join(), compared);
  }
  return (
    <ul class="suggestions">
      {[...pairs].map(([key, compared]) => (
        <li key={key}>
          <a class="button" href={hashOf({ page: 'compare', terms: compared.map(({ id }) => id) })}>
            {compared.map(({ name }) => name.text).join(' · ')}
          </a>
        </li>
      ))}
    </ul>
  );
}

function ComparisonTable({ terms, library }: { terms: readonly CardTerm[]; library: Library }) {
  const { measures, topics } = compareTerms(terms);
  const datesOf = (id: string) =>
    library.events.filter((event) => event.terms.some((term) => term.id === id));
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard */}
      <section class="scroller" aria-label={message('compareTable')} tabIndex={0}>
        <table class="comparison">
          <thead>
            <tr>
              <td />
              {terms.map((term) => (
                <th key={term.id} scope="col" class={`of-${term.category}`}>
                  <a href={hashOf({ page: 'terms', term: term.id })}>
                    <Spoken {...term.name} />
                  </a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Row label={message('compareSummary')}>
              {terms.map(({ id, summary }) => (
                <td key={id}>{summary ? <Spoken {...summary} /> : <Nothing />}</td>
              ))}
            </Row>
            <Row label={message('compareDates')}>
              {terms.map(({ id }) => (
                <td key={id}>
                  {datesOf(id).length === 0 && <Nothing />}
                  {datesOf(id).map((event) => (
                    <p key={event.id} class="compared-date">
                      <b class="figure">{partialDateInWords(event.date)}</b>{' '}
                      <Spoken {...event.text} />
                    </p>
                  ))}
                </td>
              ))}
            </Row>
            {measures.map((measure) => (
              <Row key={measure.id} label={<Spoken {...measure.title} />}>
                <td colSpan={terms.length}>
                  <MeasureChart measure={measure} term={terms[0]?.id ?? ''} />
                </td>
              </Row>
            ))}
            {topics.map(({ topic, common, own }) => (
              <TopicRows key={topic} topic={topic} common={common} own={own} terms={terms} />
            ))}
          </tbody>
        </table>
      </section>
      {terms[0] && <SourceNotes term={{ ...terms[0], sources: sourcesOf(terms) }} />}
    </>
  );
}

interface TopicRowsProps {
  topic: Topic;
  common: readonly CardFact[];
  own: readonly (readonly CardFact[])[];
  terms: readonly CardTerm[];
}

/** What is said of several terms at once stands over the whole width, then what is said of each. */
function TopicRows({ topic, common, own, terms }: TopicRowsProps) {
  const hasOwn = own.some((facts) => facts.length > 0);
  const header = (
    <th scope="rowgroup" rowSpan={common.length > 0 && hasOwn ? 2 : 1}>
      {topicLabel(topic)}
    </th>
  );
  return (
    <>
      {common.length > 0 && (
        <tr class="topic">
          {header}
          <td colSpan={terms.length} class="common">
            <Facts facts={common} />
          </td>
        </tr>
      )}
      {hasOwn && (
        <tr class={common.length > 0 ? undefined : 'topic'}>
          {common.length === 0 && header}
          {terms.map((term, index) => (
            <td key={term.id} class={`of-${term.category}`}>
              <Facts facts={own[index] ?? []} />
            </td>
          ))}
        </tr>
      )}
    </>
  );
}

function Row({ label, children }: { label: ComponentChildren; children: ComponentChildren }) {
  return (
    <tr class="topic">
      <th scope="row">{label}</th>
      {children}
    </tr>
  );
}

function Facts({ facts }: { facts: readonly CardFact[] }) {
  if (facts.length === 0) return <Nothing />;
  return (
    <ul class="compared-facts">
      {facts.map((fact) => (
        <li key={keyOf(fact)}>
          <FactText fact={fact} />
          <Provenance fact={fact} />
          <CautionNote fact={fact} />
        </li>
      ))}
    </ul>
  );
}

function Nothing() {
  return <span class="missing">{message('compareNothing')}</span>;
}

function sourcesOf(terms: readonly CardTerm[]): CardTerm['sources'] {
  return [
    ...new Map(terms.flatMap(({ sources }) => sources).map((one) => [one.pack, one])).values(),
  ];
}

function topicLabel(topic: Topic): string {
  const labels: Record<Topic, () => string> = {
    release: () => message('topicRelease'),
    strengths: () => message('topicStrengths'),
    limits: () => message('topicLimits'),
    openness: () => message('topicOpenness'),
    cost: () => message('topicCost'),
    method: () => message('topicMethod'),
    reception: () => message('topicReception'),
  };
  return labels[topic]();
}
