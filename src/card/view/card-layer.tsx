import {
  type CardEvent,
  MOST_PINNED,
  type Phase,
  type PinnedCard,
  type Shown,
} from '../card-state';
import { Card } from './card';
import type { CardActions } from './card-actions';

export interface Notice {
  token: number;
  text: string;
}

interface CardLayerProps {
  /** The card that comes and goes with the pointer: shown, or made ready for it. */
  hover: Shown | Phase<'ready'> | undefined;
  pinned: readonly PinnedCard[];
  theme: 'system' | 'light' | 'dark';
  language: string;
  isSheet: boolean;
  notice: Notice | undefined;
  actionsFor(token: number): CardActions;
  dispatch(event: CardEvent): void;
}

/** All cards there are: the one that comes and goes with the pointer, and the pinned ones. */
export function CardLayer(props: CardLayerProps) {
  const { hover, pinned, theme, language, isSheet, notice, actionsFor, dispatch } = props;
  const canPin = isSheet ? undefined : pinned.length < MOST_PINNED;
  const noticeFor = (token: number) => (notice?.token === token ? notice.text : undefined);
  return (
    <div class="layer" data-theme={theme === 'system' ? undefined : theme} lang={language}>
      {pinned.map((card) => (
        <Card
          key={card.token}
          token={card.token}
          marked={card.mark.term}
          reading={card.reading}
          at={card.at}
          canPin={undefined}
          isSheet={false}
          notice={noticeFor(card.token)}
          actions={actionsFor(card.token)}
        />
      ))}
      {hover && (
        <Card
          key={hover.token}
          token={hover.token}
          marked={hover.mark.term}
          reading={hover.reading}
          step={'step' in hover ? hover.step : undefined}
          canPin={canPin}
          isSheet={isSheet}
          notice={noticeFor(hover.token)}
          actions={actionsFor(hover.token)}
          onPointerEnter={() => dispatch({ type: 'CARD_ENTERED' })}
          onPointerLeave={() => dispatch({ type: 'CARD_LEFT' })}
          onFocusChange={(focused) => dispatch({ type: focused ? 'FOCUS_ENTERED' : 'FOCUS_LEFT' })}
        />
      )}
      <p role="status" class="offstage">
        {notice?.text}
      </p>
    </div>
  );
}
