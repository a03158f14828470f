import type { CardFact, CardTerm } from '../../glossary/card-term';
import { OWN_PACK_ID } from '../../glossary/own-pack-id';
import { CautionNote, FactText, Provenance } from '../../ui/fact-parts';
import { message } from '../../ui/message';
import { OwnFootnote } from '../../ui/own-footnote';
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
      <FactText fact={fact} />
      <div class="meta">
        <Provenance fact={fact} />
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
      <CautionNote fact={fact} />
      {fact.pack === OWN_PACK_ID && (
        <OwnFootnote
          onEdit={() => actions.editFootnote(fact)}
          onRemove={() => actions.removeFootnote(fact)}
        />
      )}
    </li>
  );
}
