import type { CardTerm } from '../../glossary/card-term';
import { categoryLabel } from '../../ui/labels';
import { message } from '../../ui/message';
import { Spoken } from '../../ui/spoken';
import type { Point, Step } from '../card-state';
import type { Reading } from '../reading';
import type { CardActions } from './card-actions';
import { Icon } from './icons';
import { startDrag } from './start-drag';

/** Pixels an arrow key moves a pinned card. */
const KEY_STEP = 24;

const ARROWS: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

interface CardHeadProps {
  id: string;
  term: CardTerm | undefined;
  reading: Reading;
  actions: CardActions;
  step?: Step | undefined;
  /** Where a pinned card stands. */
  at?: Point | undefined;
  /** Whether it can be kept; `undefined` where cards are never kept. */
  canPin: boolean | undefined;
}

/** Whose card it is, what the term is, and the buttons that concern the card itself. */
export function CardHead({ id, term, reading, actions, step, at, canPin }: CardHeadProps) {
  const before = reading.trail.at(-2);
  return (
    <header class="head">
      {at && (
        <button
          type="button"
          class="icon-button move"
          title={message('cardMove')}
          aria-label={message('cardMove')}
          onPointerDown={(event) => startDrag(event, at, actions.move)}
          onKeyDown={(event) => {
            const by = ARROWS[event.key];
            if (!by) return;
            event.preventDefault();
            actions.move({ x: at.x + by.x * KEY_STEP, y: at.y + by.y * KEY_STEP });
          }}
        >
          <Icon shape="move" />
        </button>
      )}
      {before ? (
        <button
          type="button"
          class="text-button back"
          aria-label={message('cardBackTo', before.name.text)}
          onClick={() => actions.read({ type: 'WENT_BACK' })}
        >
          <Icon shape="back" />
          <Spoken {...before.name} />
        </button>
      ) : (
        <span class="brand">
          <Icon shape="asterisk" />
          {message('extensionName')}
        </span>
      )}
      {term && !before && <span class="category">{categoryLabel(term.category)}</span>}
      {step && (
        <span class="step" id={`${id}-step`}>
          {message('cardStep', step.index, step.count)}
        </span>
      )}
      <span class="head-buttons">
        {canPin !== undefined && (
          <button
            type="button"
            class="icon-button"
            title={canPin ? message('cardPin') : message('cardPinFull')}
            aria-label={canPin ? message('cardPin') : message('cardPinFull')}
            disabled={!canPin}
            onClick={actions.pin}
          >
            <Icon shape="pin" />
          </button>
        )}
        <button
          type="button"
          class="icon-button"
          title={message('cardClose')}
          aria-label={message('cardClose')}
          onClick={actions.close}
        >
          <Icon shape="close" />
        </button>
      </span>
    </header>
  );
}
