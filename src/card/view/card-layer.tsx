import { type CardEvent, type CardState, MOST_PINNED, shownHover } from '../card-state';
import { Card } from './card';
import type { CardActions } from './card-actions';

export interface Notice {
  token: number;
  text: string;
}

interface CardLayerProps {
  state: CardState;
  theme: 'system' | 'light' | 'dark';
  language: string;
  isSheet: boolean;
  notice: Notice | undefined;
  actionsFor(token: number): CardActions;
  dispatch(event: CardEvent): void;
}

/** All cards there are: the one that comes and goes with the pointer, and the pinned ones. */
export function CardLayer(props: CardLayerProps) {
  const { state, theme, language, isSheet, notice, actionsFor, dispatch } = props;
  const hover = shownHover(state.hover);
  const canPin = isSheet ? undefined : state.pinned.length < MOST_PINNED;
  const noticeFor = (token: number) => (notice?.token === token ? notice.text : undefined);
  return (
    <div class="layer" data-theme={theme === 'system' ? undefined : theme} lang={language}>
      {state.pinned.map((card) => (
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
          step={hover.step}
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
