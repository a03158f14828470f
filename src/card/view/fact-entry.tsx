import type { CardFact, CardTerm } from '../../glossary/card-term';
import { dateInWords } from '../../ui/format';
import { KindGlyph } from '../../ui/kind-glyph';
import { kindLabel } from '../../ui/labels';
import { message } from '../../ui/message';
import { Spoken } from '../../ui/spoken';
import { splitFigures } from '../figures';
import type { CardActions } from './card-actions';
import { Icon } from './icons';

interface FactEntryProps {
  fact: CardFact;
  term: CardTerm;
  actions: CardActions;
}

/** One fact: its text with the figures set apart, how it is known and from whom, and its caution. */
export function FactEntry({ fact, term, actions }: FactEntryProps) {
  return (
    <li class="fact">
      <p class="fact-text" lang={fact.text.language} dir="ltr">
        {splitFigures(fact.text.text, fact.figures).map((piece, index) =>
          piece.isFigure ? (
            <b key={index} class="figure">
              {piece.text}
            </b>
          ) : (
            piece.text
          ),
        )}
      </p>
      {fact.caution && (
        <p class="caution">
          <b class="caution-label">{message('cardCaution')}</b> <Spoken {...fact.caution.text} />{' '}
          <cite class="caution-source">
            <Spoken {...fact.caution.source} />
          </cite>
        </p>
      )}
      <div class="meta">
        <span class="provenance">
          <KindGlyph kind={fact.kind} />
          <span class="kind">{kindLabel(fact.kind)}</span>
          <Provenance fact={fact} />
        </span>
        <button
          type="button"
          class="icon-button copy"
          title={message('cardCopy')}
          aria-label={message('cardCopy')}
          onClick={() => actions.copy(fact, term)}
        >
          <Icon shape="copy" />
        </button>
      </div>
    </li>
  );
}

/** Who says so, where and when, as far as it is not what the foot of the card says for all facts. */
function Provenance({ fact }: { fact: CardFact }) {
  return (
    <>
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
    </>
  );
}

/** A source's publisher; a link where there is an address. */
function SourceName({ source }: { source: NonNullable<CardFact['source']> }) {
  const name = <Spoken {...source.publisher} />;
  return source.link ? (
    <a href={source.link} target="_blank" rel="noopener noreferrer" title={source.title.text}>
      {name}
    </a>
  ) : (
    name
  );
}
