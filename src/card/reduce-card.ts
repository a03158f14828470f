import type { Mark } from '../page/page-handle';
import {
  type Approach,
  type CardEvent,
  type CardState,
  type Delays,
  type Effect,
  GRACE,
  type Hover,
  MOST_PINNED,
  type Next,
  type Opening,
  type Phase,
  type PinnedCard,
  type Point,
  type Shown,
  type Step,
  shownHover,
} from './card-state';
import { FAILED_READING, type Reading, type ReadingEvent, read, startReading } from './reading';

/*
 * The card's state machine: pure, over events named after what happened. Time comes in as events of timers
 * that carry the token they were started with, so that a timer or an answer that comes too late is dropped.
 * What has to be done comes out as effects. `docs/card.md` has the drawing.
 */

const IDLE: Hover = { phase: 'idle' };

/** The state after an event, and what has to be done. An event that means nothing now changes nothing. */
export function reduceCard(state: CardState, event: CardEvent, delays: Delays): Next {
  switch (event.type) {
    case 'MARK_TAPPED':
      return summon(state, event.mark, { by: 'touch' });
    case 'MARK_REACHED':
      return summon(state, event.mark, { by: 'keys', step: event.step });
    case 'PINNED_MOVED':
      return changePinned(state, event.token, (card) => ({ ...card, at: event.at }));
    case 'READING_CHANGED':
      return changeReading(state, event.token, event.event);
    case 'MARK_RENEWED':
      if (state.hover.phase === 'idle') break;
      return [renewMark(state, state.hover, event.mark), []];
    case 'ESCAPE_PRESSED':
      if (event.pinned !== undefined) return unpin(state, event.pinned);
      break;
    case 'CLOSE_PRESSED':
      if (state.pinned.some(({ token }) => token === event.token)) return unpin(state, event.token);
      break;
  }
  switch (state.hover.phase) {
    case 'idle':
      return whileIdle(state, state.hover, event, delays);
    case 'resting':
    case 'fetching':
    case 'ready':
      return whileWaiting(state, state.hover, event, delays);
    case 'awaiting':
      return whileAwaiting(state, state.hover, event, delays);
    case 'open':
      return whileOpen(state, state.hover, event, delays);
    case 'leaving':
      return whileLeaving(state, state.hover, event, delays);
  }
}

function whileIdle(state: CardState, hover: Phase<'idle'>, event: CardEvent, delays: Delays): Next {
  switch (event.type) {
    case 'MARK_ENTERED':
      return rest(state, event.mark, event.rested, delays);
    case 'MARK_LEFT':
    case 'ESCAPE_PRESSED':
    case 'PAGE_PRESSED':
    case 'SELECTION_STARTED':
    case 'TAB_HIDDEN':
      return hover.torn === undefined ? [state, []] : [to(state, IDLE), []];
    case 'MARK_RENEWED':
      // A card that the reader has closed stays closed.
      return hover.torn === event.mark.id
        ? rest(state, event.mark, event.rested, delays)
        : [state, []];
    default:
      return [state, []];
  }
}

function whileWaiting(
  state: CardState,
  hover: Phase<'resting' | 'fetching' | 'ready'>,
  event: CardEvent,
  delays: Delays,
): Next {
  const { mark, token } = hover;
  switch (event.type) {
    case 'MARK_ENTERED':
      return event.mark.id === mark.id
        ? [state, []]
        : rest(state, event.mark, event.rested, delays);
    case 'REST_ENDED':
      return event.token === token && hover.phase === 'resting'
        ? [to(state, { phase: 'fetching', mark, token }), [fetchOf(hover)]]
        : [state, []];
    case 'FACTS_ARRIVED':
    case 'FACTS_FAILED':
      return event.token === token && hover.phase === 'fetching'
        ? [to(state, { phase: 'ready', mark, token, reading: readingOf(event) }), []]
        : [state, []];
    case 'DWELL_ENDED':
      if (event.token !== token) return [state, []];
      if (hover.phase === 'ready') return open(state, { ...hover, by: 'hover' }, hover.reading);
      return [
        to(state, { phase: 'awaiting', mark, token, by: 'hover' }),
        hover.phase === 'resting' ? [fetchOf(hover)] : [],
      ];
    case 'PAGE_SCROLLED':
      // A mark that went from under the pointer is left in the same frame.
      return rest(state, mark, 0, delays);
    case 'MARK_LEFT':
    case 'PAGE_PRESSED':
    case 'SELECTION_STARTED':
    case 'TAB_HIDDEN':
    case 'ESCAPE_PRESSED':
      return [to(state, IDLE), []];
    default:
      return [state, []];
  }
}

function whileAwaiting(
  state: CardState,
  hover: Phase<'awaiting'>,
  event: CardEvent,
  delays: Delays,
): Next {
  switch (event.type) {
    case 'FACTS_ARRIVED':
    case 'FACTS_FAILED':
      return event.token === hover.token ? open(state, hover, readingOf(event)) : [state, []];
    case 'ESCAPE_PRESSED':
    case 'PAGE_PRESSED':
    case 'TAB_HIDDEN':
      return [to(state, IDLE), []];
    case 'MARK_ENTERED':
      return hover.by === 'hover' && event.mark.id !== hover.mark.id
        ? rest(state, event.mark, event.rested, delays)
        : [state, []];
    case 'PAGE_SCROLLED':
      return hover.by === 'hover' ? rest(state, hover.mark, 0, delays) : [state, []];
    case 'MARK_LEFT':
    case 'SELECTION_STARTED':
      return hover.by === 'hover' ? [to(state, IDLE), []] : [state, []];
    default:
      return [state, []];
  }
}

function whileOpen(state: CardState, hover: Phase<'open'>, event: CardEvent, delays: Delays): Next {
  switch (event.type) {
    case 'MARK_ENTERED':
      if (event.mark.id === hover.mark.id)
        return [to(state, { ...hover, mark: event.mark, over: 'mark' }), []];
      if (isHeld(hover) || hover.over === 'card') return [state, []];
      return event.onPath
        ? leave(state, hover, event.mark)
        : rest(state, event.mark, event.rested, delays);
    case 'CARD_ENTERED':
      return [to(state, { ...hover, over: 'card' }), []];
    case 'MARK_LEFT':
      return hover.over === 'mark' ? leave(state, hover) : [state, []];
    case 'CARD_LEFT':
      return hover.over === 'card' ? leave(state, hover) : [state, []];
    case 'FOCUS_ENTERED':
      return [to(state, { ...hover, focused: true }), []];
    case 'FOCUS_LEFT':
      return hover.over === 'neither' && hover.by !== 'touch'
        ? leave(state, { ...hover, focused: false, by: 'hover' })
        : [to(state, { ...hover, focused: false }), []];
    case 'TEXT_CHANGED':
      // Whoever reads a card keeps it, even where the page has moved on.
      if (isHeld(hover) || hover.over === 'card') return [state, []];
      return [to(state, { phase: 'idle', torn: hover.mark.id }), []];
    case 'MARK_HIDDEN':
    case 'TAB_HIDDEN':
      return isHeld(hover) ? [state, []] : close(state, hover);
    case 'PAGE_PRESSED':
      // The press itself moves the focus; giving it back would fight the reader.
      return [to(state, IDLE), []];
    case 'ESCAPE_PRESSED':
      return close(state, hover);
    case 'CLOSE_PRESSED':
      return event.token === hover.token ? close(state, hover) : [state, []];
    case 'PIN_PRESSED':
      return pin(state, hover, event.at);
    default:
      return [state, []];
  }
}

function whileLeaving(
  state: CardState,
  hover: Phase<'leaving'>,
  event: CardEvent,
  delays: Delays,
): Next {
  switch (event.type) {
    case 'MARK_ENTERED':
      if (event.mark.id === hover.mark.id)
        return [to(state, attend({ ...hover, mark: event.mark }, 'mark')), []];
      return event.onPath
        ? [to(state, { ...hover, crossed: event.mark }), []]
        : rest(state, event.mark, event.rested, delays);
    case 'MARK_LEFT': {
      const { crossed: _, ...rest } = hover;
      return [to(state, rest), []];
    }
    case 'CARD_ENTERED':
      return [to(state, attend(hover, 'card')), []];
    case 'FOCUS_ENTERED':
      return [to(state, { ...attend(hover, 'neither'), focused: true }), []];
    case 'PATH_KEPT':
      return leave(state, hover, hover.crossed);
    case 'GRACE_ENDED':
      if (event.token !== hover.grace) return [state, []];
      return hover.crossed ? rest(state, hover.crossed, 0, delays) : [to(state, IDLE), []];
    case 'CLOSE_PRESSED':
      return event.token === hover.token ? [to(state, IDLE), []] : [state, []];
    case 'PIN_PRESSED':
      return pin(state, hover, event.at);
    case 'ESCAPE_PRESSED':
    case 'PAGE_PRESSED':
    case 'MARK_HIDDEN':
    case 'TAB_HIDDEN':
      return [to(state, IDLE), []];
    default:
      return [state, []];
  }
}

/** A card that stays wherever the pointer goes. */
function isHeld(hover: Shown): boolean {
  return hover.focused || hover.by !== 'hover';
}

function to(state: CardState, hover: Hover): CardState {
  return { ...state, hover };
}

/** The page has made the text of a mark anew: it is the same mark, in another place. */
function renewMark(state: CardState, hover: Exclude<Hover, Phase<'idle'>>, mark: Mark): CardState {
  return hover.mark.id === mark.id ? to(state, { ...hover, mark }) : state;
}

function attend(hover: Phase<'leaving'>, over: 'mark' | 'card' | 'neither'): Phase<'open'> {
  const { grace: _grace, crossed: _crossed, ...shown } = hover;
  return { ...shown, phase: 'open', over };
}

function rest(state: CardState, mark: Mark, rested: number, delays: Delays): Next {
  const token = state.token + 1;
  return [
    { ...state, token, hover: { phase: 'resting', mark, token } },
    [
      {
        type: 'WAIT',
        event: 'REST_ENDED',
        token,
        ms: Math.max(0, Math.min(delays.rest, delays.open) - rested),
      },
      { type: 'WAIT', event: 'DWELL_ENDED', token, ms: Math.max(0, delays.open - rested) },
    ],
  ];
}

function summon(state: CardState, mark: Mark, how: { by: Opening; step?: Step }): Next {
  const token = state.token + 1;
  return [
    { ...state, token, hover: { phase: 'awaiting', mark, token, ...how } },
    [{ type: 'FETCH', token, term: mark.term }],
  ];
}

function open(
  state: CardState,
  approach: Approach & { by: Opening; step?: Step },
  reading: Reading,
): Next {
  const { mark, token, by, step } = approach;
  const hover: Hover = {
    phase: 'open',
    mark,
    token,
    by,
    reading,
    focused: false,
    over: by === 'hover' ? 'mark' : 'neither',
    ...(step && { step }),
  };
  return [to(state, hover), by === 'keys' ? [{ type: 'FOCUS_CARD', token }] : []];
}

/** The pointer is on neither mark nor card; a card that is held does not mind. */
function leave(state: CardState, shown: Shown, crossed?: Mark): Next {
  const { mark, token, by, reading, focused, step } = shown;
  const kept = { mark, token, by, reading, focused, ...(step && { step }) };
  if (isHeld(shown)) return [to(state, { ...kept, phase: 'open', over: 'neither' }), []];
  const grace = state.token + 1;
  return [
    {
      ...state,
      token: grace,
      hover: { ...kept, phase: 'leaving', grace, ...(crossed && { crossed }) },
    },
    [{ type: 'WAIT', event: 'GRACE_ENDED', token: grace, ms: GRACE }],
  ];
}

function close(state: CardState, hover: Shown): Next {
  return [to(state, IDLE), hover.focused ? [{ type: 'RESTORE_FOCUS' }] : []];
}

function pin(state: CardState, { mark, token, reading, focused }: Shown, at: Point): Next {
  if (state.pinned.length >= MOST_PINNED) return [state, []];
  return [
    { ...state, hover: IDLE, pinned: [...state.pinned, { token, mark, reading, at }] },
    focused ? [{ type: 'FOCUS_CARD', token }] : [],
  ];
}

function unpin(state: CardState, token: number): Next {
  const pinned = state.pinned.filter((card) => card.token !== token);
  return pinned.length === state.pinned.length
    ? [state, []]
    : [{ ...state, pinned }, [{ type: 'RESTORE_FOCUS' }]];
}

function changePinned(
  state: CardState,
  token: number,
  change: (card: PinnedCard) => PinnedCard,
): Next {
  return [
    { ...state, pinned: state.pinned.map((card) => (card.token === token ? change(card) : card)) },
    [],
  ];
}

function changeReading(state: CardState, token: number, event: ReadingEvent): Next {
  const effects: Effect[] =
    event.type === 'RELATED_CHOSEN' ? [{ type: 'FETCH_RELATED', token, term: event.term }] : [];
  const hover = shownHover(state.hover);
  if (hover?.token === token) {
    return [to(state, { ...hover, reading: read(hover.reading, event) }), effects];
  }
  const [changed] = changePinned(state, token, (card) => ({
    ...card,
    reading: read(card.reading, event),
  }));
  return [changed, effects];
}

function fetchOf({ mark, token }: Approach): Effect {
  return { type: 'FETCH', token, term: mark.term };
}

function readingOf(event: Extract<CardEvent, { type: 'FACTS_ARRIVED' | 'FACTS_FAILED' }>): Reading {
  return event.type === 'FACTS_ARRIVED' ? startReading(event.term) : FAILED_READING;
}
