import type { CardFact } from '../glossary/card-term';
import { splitFigures } from './figures';
import { dateInWords } from './format';
import { KindGlyph } from './kind-glyph';
import { kindLabel } from './labels';
import { LinkHost } from './link-host';
import { message, wordSpace } from './message';
import { Spoken } from './spoken';

/** What a fact says, its figures set apart. */
export function FactText({ fact }: { fact: CardFact }) {
  return (
    <p class="fact-text" lang={fact.text.language} dir="ltr">
      {splitFigures(fact.text.text, fact.figures).map(({ text, figure }, index) =>
        figure ? (
          <b key={index} class={figure.isDate ? 'figure' : 'figure amount'}>
            {text}
          </b>
        ) : (
          text
        ),
      )}
    </p>
  );
}

/** How a fact is known and from whom, as far as it is not what the sources say for all facts. */
export function Provenance({ fact }: { fact: CardFact }) {
  return (
    <span class="provenance">
      <KindGlyph kind={fact.kind} />
      <span class="kind">{kindLabel(fact.kind)}</span>
      {fact.attribution && (
        <span class="by">
          <Spoken {...fact.attribution} />
        </span>
      )}
      {fact.source && (
        <span class="by">
          <SourceName source={fact.source} />
        </span>
      )}
      {fact.date && <span class="by">{dateInWords(fact.date)}</span>}
      {fact.passage !== undefined && <span class="by">{message('cardPassage', fact.passage)}</span>}
    </span>
  );
}

/** What a later or closer source says against a fact; nothing where there is no such source. */
export function CautionNote({ fact: { caution } }: { fact: CardFact }) {
  if (caution === undefined) return null;
  return (
    <p class="caution">
      <b class="caution-label">{message('cardCaution')}</b>
      {wordSpace()}
      <Spoken {...caution.text} />
      {wordSpace(caution.source.language)}
      <cite class="caution-source" lang={caution.source.language}>
        <Spoken {...caution.source} />
      </cite>
    </p>
  );
}

/** A source's publisher; a link where there is an address. */
function SourceName({ source }: { source: NonNullable<CardFact['source']> }) {
  const name = <Spoken {...source.publisher} />;
  return source.link ? (
    <>
      <a href={source.link} target="_blank" rel="noopener noreferrer" title={source.title.text}>
        {name}
      </a>
      <LinkHost link={source.link} beside={source.publisher.text} />
    </>
  ) : (
    name
  );
}
