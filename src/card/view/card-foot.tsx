import { useRef } from 'preact/hooks';
import type { CardTerm } from '../../glossary/card-term';
import { focusWhenShown } from '../../ui/focus-when-shown';
import { message } from '../../ui/message';
import type { Question, Reading } from '../reading';
import type { CardActions } from './card-actions';

interface CardFootProps {
  term: CardTerm;
  reading: Reading;
  /** The shown term is the marked one, not a related one. */
  isMarked: boolean;
  actions: CardActions;
}

/** What a reader can do about a term; what reaches beyond the card asks first. */
export function CardFoot({ term, reading, isMarked, actions }: CardFootProps) {
  const { question } = reading;
  /** Where the focus goes back to from a question; it starts with the answer that does nothing. */
  const asked = useRef<Question>(undefined);
  asked.current = question ?? asked.current;
  if (question !== undefined) {
    return (
      <fieldset class="foot question">
        <legend>{textOf(question, term)}</legend>
        <button
          type="button"
          class="foot-button strong"
          onClick={() => actions.mute(question, term)}
        >
          {message('cardMute')}
        </button>
        <button
          type="button"
          class="foot-button"
          ref={focusWhenShown}
          onClick={() => actions.read({ type: 'MUTE_DECLINED' })}
        >
          {message('cardKeep')}
        </button>
      </fieldset>
    );
  }
  const asking = (what: Question) => ({
    ref: asked.current === what ? focusWhenShown : null,
    onClick: () => actions.read({ type: 'MUTE_CHOSEN', question: what }),
  });
  return (
    <div class="foot">
      {isMarked && (
        <button type="button" class="foot-button" onClick={actions.notThis}>
          {message('cardNotThis')}
        </button>
      )}
      <button type="button" class="foot-button" {...asking('mute-term')}>
        {message('cardMuteTerm')}
      </button>
      <button type="button" class="foot-button" {...asking('mute-site')}>
        {message('cardMuteSite')}
      </button>
      <button type="button" class="foot-button" onClick={() => actions.openGlossary(term)}>
        {message('cardGlossary')}
      </button>
    </div>
  );
}

function textOf(question: Question, term: CardTerm): string {
  return question === 'mute-term'
    ? message('cardMuteTermQuestion', term.name.text)
    : message('cardMuteSiteQuestion');
}
