import type { CardFact } from '../glossary/card-term';
import type { Bar } from '../ui/chart';
import { CautionNote, FactText, Provenance } from '../ui/fact-parts';
import { MeasureChart } from '../ui/measure-chart';
import { message } from '../ui/message';
import { SourceNotes } from '../ui/source-notes';
import { factOf, type Library, sourcesOf } from './library';

/** Every measure of the packs as a chart, with the facts that its values come from. */
export function FiguresView({ library }: { library: Library }) {
  return (
    <section class="page">
      <h1 tabIndex={-1}>{message('figuresTitle')}</h1>
      <p class="lead">{message('figuresText')}</p>
      <ul class="ends">
        <End shape="sharp">{message('figuresExact')}</End>
        <End shape="soft">{message('figuresAbout')}</End>
        <End shape="open">{message('figuresMoreThan')}</End>
      </ul>
      {library.measures.map(({ id, term }) => (
        <Figure key={id} id={id} term={term} library={library} />
      ))}
      <SourceNotes
        term={{
          sources: sourcesOf(library.measures.flatMap(({ term }) => library.read(term) ?? [])),
        }}
      />
    </section>
  );
}

/** How a bar ends, and what that says of its value. */
function End({ shape, children }: { shape: Bar['end']; children: string }) {
  return (
    <li>
      <span class={`bar bar-${shape}`} aria-hidden="true" />
      {children}
    </li>
  );
}

function Figure({ id, term, library }: { id: string; term: string; library: Library }) {
  const measure = library.read(term)?.measures.find((candidate) => candidate.id === id);
  if (measure === undefined) return null;
  const facts = new Map<string, CardFact>();
  for (const value of measure.values) {
    const fact = factOf(library.read(value.term), value.fact);
    if (fact !== undefined) facts.set(`${fact.pack} ${fact.id}`, fact);
  }
  return (
    <section class="figure-block of-model">
      <MeasureChart measure={measure} term={term} />
      <ul class="facts" aria-label={message('sourcesOfFact')}>
        {[...facts].map(([key, fact]) => (
          <li key={key} class="fact">
            <FactText fact={fact} />
            <div class="margin">
              <Provenance fact={fact} />
              <CautionNote fact={fact} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
