import type { CardTerm } from '../glossary/card-term';
import type { Mark } from '../page/page-handle';
import type { Reading, ReadingEvent } from './reading';

/** Milliseconds a card stays after the pointer has left both mark and card. */
export const GRACE = 300;

/** Cards that can be pinned at once: more leave no page to read. */
export const MOST_PINNED = 6;

/** How the reader came to the mark; a card opened by keys or touch does not depend on where the pointer is. */
export type Opening = 'hover' | 'touch' | 'keys';

/** Where the reader is in a walk through the mentions, from 1. */
export interface Step {
  index: number;
  count: number;
}

export interface Approach {
  mark: Mark;
  /** Names this visit to this mark, and its card if one opens. */
  token: number;
}

export interface Shown extends Approach {
  by: Opening;
  reading: Reading;
  /** Keyboard focus is in the card. */
  focused: boolean;
  step?: Step;
}

/** The one card that comes and goes with the pointer. */
export type Hover =
  /** `torn` is the mark that the page took from under the pointer while its card was open. */
  | { phase: 'idle'; torn?: string }
  /** The pointer rests on a mark; nothing has been asked for. */
  | ({ phase: 'resting' } & Approach)
  /** Facts are on their way, the opening delay still runs. */
  | ({ phase: 'fetching' } & Approach)
  /** Facts are there, the opening delay still runs. */
  | ({ phase: 'ready'; reading: Reading } & Approach)
  /** The delay is over (or there was none), facts are on their way. */
  | ({ phase: 'awaiting'; by: Opening; step?: Step } & Approach)
  /** The card is shown and has the reader's attention. */
  | ({ phase: 'open'; over: 'mark' | 'card' | 'neither' } & Shown)
  /** The pointer has left both; the card stays for {@link GRACE}. */
  | ({
      phase: 'leaving';
      grace: number;
      /** Another mark the pointer crosses on its way to the card; its turn comes if the card closes. */
      crossed?: Mark;
    } & Shown);

export interface Point {
  x: number;
  y: number;
}

/** A card the reader has put aside to keep. */
export interface PinnedCard {
  token: number;
  mark: Mark;
  reading: Reading;
  /** Its corner at the start of both axes, in CSS pixels of the viewport. */
  at: Point;
}

export interface CardState {
  hover: Hover;
  pinned: readonly PinnedCard[];
  /** The last token given out. */
  token: number;
}

export type CardEvent =
  /** The pointer came upon a mark and has been there for `rested` milliseconds. */
  | { type: 'MARK_ENTERED'; mark: Mark; rested: number; onPath: boolean }
  | { type: 'MARK_LEFT' }
  /** The page has made the text of the mark anew on which the pointer still rests. */
  | { type: 'MARK_RENEWED'; mark: Mark; rested: number }
  | { type: 'MARK_TAPPED'; mark: Mark }
  | { type: 'MARK_REACHED'; mark: Mark; step: Step }
  | { type: 'REST_ENDED'; token: number }
  | { type: 'DWELL_ENDED'; token: number }
  | { type: 'GRACE_ENDED'; token: number }
  | { type: 'FACTS_ARRIVED'; token: number; term: CardTerm }
  | { type: 'FACTS_FAILED'; token: number }
  | { type: 'CARD_ENTERED' }
  | { type: 'CARD_LEFT' }
  /** The pointer moved on between mark and card, towards the card. */
  | { type: 'PATH_KEPT' }
  | { type: 'FOCUS_ENTERED' }
  | { type: 'FOCUS_LEFT' }
  /** With the token of the pinned card that has the focus, if one has. */
  | { type: 'ESCAPE_PRESSED'; pinned?: number }
  /** A button or finger went down outside all cards. */
  | { type: 'PAGE_PRESSED' }
  | { type: 'SELECTION_STARTED' }
  | { type: 'PAGE_SCROLLED' }
  /** The mark has been scrolled out of sight. */
  | { type: 'MARK_HIDDEN' }
  /** The page has changed, and the mark with it. */
  | { type: 'TEXT_CHANGED' }
  | { type: 'TAB_HIDDEN' }
  /** The reader closed a card by its button, or did with it what ends it. */
  | { type: 'CLOSE_PRESSED'; token: number }
  | { type: 'PIN_PRESSED'; at: Point }
  | { type: 'PINNED_MOVED'; token: number; at: Point }
  | { type: 'READING_CHANGED'; token: number; event: ReadingEvent };

export type Effect =
  | { type: 'WAIT'; event: 'REST_ENDED' | 'DWELL_ENDED' | 'GRACE_ENDED'; token: number; ms: number }
  | { type: 'FETCH'; token: number; term: string }
  /** A term for a card that is open already. */
  | { type: 'FETCH_RELATED'; token: number; term: string }
  | { type: 'FOCUS_CARD'; token: number }
  /** Puts the focus back to where the reader was. */
  | { type: 'RESTORE_FOCUS' };

/** What the reader and the device have set. */
export interface Delays {
  /** Milliseconds of rest before facts are fetched. */
  rest: number;
  /** Milliseconds of rest before the card opens. */
  open: number;
}

export type Next = readonly [state: CardState, effects: readonly Effect[]];

export const INITIAL_STATE: CardState = { hover: { phase: 'idle' }, pinned: [], token: 0 };

export type Phase<Name extends Hover['phase']> = Extract<Hover, { phase: Name }>;

/** The card that is shown and not pinned, if there is one. */
export function shownHover(hover: Hover): Phase<'open' | 'leaving'> | undefined {
  return hover.phase === 'open' || hover.phase === 'leaving' ? hover : undefined;
}
