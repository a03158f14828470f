import { useRef } from 'preact/hooks';
import { message } from '../../ui/message';
import type { Point, Step } from '../card-state';
import { type Reading, shownTerm } from '../reading';
import type { CardActions } from './card-actions';
import { CardBody } from './card-body';
import { CardFoot } from './card-foot';
import { CardHead } from './card-head';
import { keepFocusInside } from './keep-focus-inside';
import { scrollByKeys } from './scroll-by-keys';
import { useCardFocus } from './use-card-focus';
import { useOnChange } from './use-on-change';

interface CardProps {
  token: number;
  /** The term of the mark the card was opened from. */
  marked: string;
  reading: Reading;
  actions: CardActions;
  step?: Step | undefined;
  /** Where it stands, once pinned. */
  at?: Point | undefined;
  canPin: boolean | undefined;
  isSheet: boolean;
  /** What has just been done, for a moment. */
  notice: string | undefined;
  onPointerEnter?: () => void;
  onPointerLeave?: () => void;
  onFocusChange?: (focused: boolean) => void;
}

/** One card; it shows one term at a time. */
export function Card(props: CardProps) {
  const { token, marked, reading, actions, step, at, canPin, isSheet, notice } = props;
  const element = useRef<HTMLElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const term = shownTerm(reading);
  const id = `card-${token}`;
  const shown = term ? `${term.id} ${term.name.language}` : '';

  // A new card stands at its beginning; to scroll it would have the browser lay it out.
  useOnChange(shown, () => body.current?.scrollTo(0, 0));
  const focus = useCardFocus(element, `${shown} ${reading.question ?? ''}`, props.onFocusChange);

  return (
    <section
      ref={element}
      class={['card', term && `of-${term.category}`, isSheet && 'sheet', at && 'pinned']
        .filter(Boolean)
        .join(' ')}
      style={at && { left: `${at.x}px`, top: `${at.y}px` }}
      data-token={token}
      role="dialog"
      tabIndex={-1}
      aria-labelledby={term && `${id}-name`}
      aria-label={term ? undefined : message('extensionName')}
      aria-describedby={
        term && [step && `${id}-step`, term.summary && `${id}-summary`].filter(Boolean).join(' ')
      }
      onPointerEnter={props.onPointerEnter}
      onPointerLeave={props.onPointerLeave}
      onKeyDown={(event) => {
        // A kept card is there beside the page: the keys lead out of it as well.
        if (!at) keepFocusInside(event);
        scrollByKeys(event, body.current);
      }}
      {...focus}
    >
      <CardHead
        id={id}
        term={term}
        reading={reading}
        actions={actions}
        step={step}
        at={at}
        canPin={canPin}
      />
      <div class="body" ref={body}>
        {term ? (
          <CardBody id={id} term={term} reading={reading} actions={actions} />
        ) : (
          <p class="missing">{message('cardFailed')}</p>
        )}
      </div>
      {term && (
        <CardFoot term={term} reading={reading} isMarked={term.id === marked} actions={actions} />
      )}
      {notice && (
        <p class="notice" aria-hidden="true">
          {notice}
        </p>
      )}
    </section>
  );
}
