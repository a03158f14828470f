import type { ComponentChildren } from 'preact';
import type { CardFact, CardMeasure, CardTerm } from '../glossary/card-term';
import type { Topic } from '../glossary/pack-schema';
import { CautionNote, FactText, Provenance } from '../ui/fact-parts';
import { countedMessage, message } from '../ui/message';
import { SourceNotes } from '../ui/source-notes';
import { Spoken } from '../ui/spoken';
import { type ComparedTopic, compareTerms, keyOf } from './comparison';
import { type Library, sourcesOf } from './library';
import { MeasuredValue } from './measured-value';
import { partialDateInWords } from './partial-date';
import { hashOf } from './route';

/** Facts of a topic that are seen at once; more would part what stands side by side. */
const FACTS_AT_FIRST = 3;

/** Terms in columns: figures first, then topic by topic what is said of them. */
export function ComparisonTable({
  terms,
  library,
}: {
  terms: readonly CardTerm[];
  library: Library;
}) {
  const { measures, topics } = compareTerms(terms);
  const hasCautioned = measures.some(({ values }) => values.some(({ fromCaution }) => fromCaution));
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard */}
      <section class="scroller" aria-label={message('compareTable')} tabIndex={0}>
        <table class="comparison" style={{ '--footnotes-columns': terms.length }}>
          <thead>
            <tr>
              <td />
              {terms.map((term) => (
                <th key={term.id} scope="col" class={`of-${term.category}`}>
                  <a class="compared-name" href={hashOf({ page: 'terms', term: term.id })}>
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
              {terms.map((term) => (
                <td key={term.id} class={`of-${term.category}`}>
                  <Dates term={term.id} library={library} />
                </td>
              ))}
            </Row>
            {measures.map((measure) => (
              <MeasureRow key={measure.id} measure={measure} terms={terms} />
            ))}
            {topics.map((topic) => (
              <TopicRows key={topic.topic} {...topic} terms={terms} />
            ))}
          </tbody>
        </table>
      </section>
      {hasCautioned && <p class="table-note">† {message('cardFromCaution')}</p>}
      <SourceNotes term={{ sources: sourcesOf(terms) }} />
    </>
  );
}

function Dates({ term, library }: { term: string; library: Library }) {
  const events = library.events.filter(({ terms }) => terms.some(({ id }) => id === term));
  if (events.length === 0) return <Nothing />;
  return events.map(({ id, date, text }) => (
    <p key={id} class="compared-date">
      <b>{partialDateInWords(date)}</b>
      <Spoken {...text} />
    </p>
  ));
}

function MeasureRow({ measure, terms }: { measure: CardMeasure; terms: readonly CardTerm[] }) {
  const label = (
    <>
      <Spoken {...measure.title} />
      {measure.better === 'lower' && <span class="topic-note">{message('cardLowerIsBetter')}</span>}
    </>
  );
  return (
    <Row label={label}>
      {terms.map(({ id, category }) => (
        <td key={id} class={`of-${category}`}>
          <MeasuredValue measure={measure} term={id} among={terms} fallback={<Nothing />} />
        </td>
      ))}
    </Row>
  );
}

/** What is said of several terms at once stands over the whole width, then what is said of each. */
function TopicRows({ topic, common, own, terms }: ComparedTopic & { terms: readonly CardTerm[] }) {
  const hasOwn = own.some((facts) => facts.length > 0);
  const header = (
    <th scope="rowgroup" class="of-all" rowSpan={common.length > 0 && hasOwn ? 2 : 1}>
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
      <th scope="row" class="of-all">
        {label}
      </th>
      {children}
    </tr>
  );
}

function Facts({ facts }: { facts: readonly CardFact[] }) {
  if (facts.length === 0) return <Nothing />;
  const rest = facts.slice(FACTS_AT_FIRST);
  return (
    <>
      <FactList facts={facts.slice(0, FACTS_AT_FIRST)} />
      {rest.length > 0 && (
        <details class="more-facts">
          <summary>{countedMessage('cardMoreFactsOne', 'cardMoreFactsOther', rest.length)}</summary>
          <FactList facts={rest} />
        </details>
      )}
    </>
  );
}

function FactList({ facts }: { facts: readonly CardFact[] }) {
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
  return (
    <span class="missing">
      <span aria-hidden="true">–</span>
      <span class="offstage">{message('compareNothing')}</span>
    </span>
  );
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
