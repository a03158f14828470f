/**
 * How the rest of the extension speaks to the script in a page: one object in the isolated world, which
 * the page cannot see. The popup and `annotate` reach it with `scripting.executeScript`, which runs in the
 * same world in every frame; the card's script, injected later, finds it here too.
 */
export const PAGE_HANDLE = Symbol.for('ai-footnotes.page');

/** Characters of text that lists show on each side of a mention, at most. */
export const TEXT_AROUND = 40;

/** A mention as lists show it. */
export interface ListedMention {
  /** Identifies it in this frame for as long as its text stands. */
  id: string;
  term: string;
  /** The text as it stands in the page, and up to {@link TEXT_AROUND} characters on each side. */
  text: string;
  before: string;
  after: string;
  /** The evidence and the score, for `annotate --why`; only when asked for. */
  why?: unknown;
}

/**
 * One mention as the card meets it. The page script makes it when the reader comes to a mark; the card
 * keeps it only as long as it shows that mark's card.
 */
export interface Mark {
  /** As in {@link ListedMention}. */
  readonly id: string;
  readonly term: string;
  /** The text as it stands in the page. */
  readonly text: string;
  /** The element that holds its first character: it tells the card of dialogs, scrolling and writing mode. */
  readonly element: Element;
  /** Its lines as they lie now, in CSS pixels of the viewport; empty once the mark is gone. */
  rects(): readonly DOMRectReadOnly[];
}

/**
 * What the page script tells the card. It runs the delays itself only until the card is there: a pointer
 * that has rested on a mark for {@link REST_DELAY} sends `card.inject`; when that resolves, `card` stands
 * in {@link PageHandle}, and from then on every event is handed over at once. Only trusted events count.
 */
export interface CardHandle {
  /**
   * The pointer came upon a mark, no button held.
   *
   * @param at When it came, as `performance.now()`: the time the card's script took to load counts as rest.
   */
  markEntered(mark: Mark, at: number): void;
  /**
   * The page has made the text anew of the mark that the pointer rests on.
   *
   * @param at Since when that is so, as `performance.now()`.
   */
  markRenewed(mark: Mark, at: number): void;
  /** The pointer is on no mark any more. */
  markLeft(): void;
  /** A tap on a mark that is no link. */
  markTapped(mark: Mark): void;
  /** The reader walked to a mark by command or picked it from the popup's list: number `index` of `count`, from 1. */
  markReached(mark: Mark, index: number, count: number): void;
  /** Marks were painted anew or taken away; the card asks its mark for {@link Mark.rects}. */
  marksChanged(): void;
  /** Takes the card, its host and its listeners away. */
  stop(): void;
}

/** Milliseconds a pointer rests on a mark before anything is fetched for it: less is passing by. */
export const REST_DELAY = 150;

export interface PageHandle {
  /** Put here by the card's script once it has been injected. */
  card?: CardHandle;
  /** How many rendered mentions this frame had when that was last looked at. */
  readonly count: number;
  /** Takes one mark away because the name means something else there; kept for the reader's report. */
  notThis(id: string): void;
  /** Resolves once scanning has settled, with every mention of this frame in reading order. */
  list(options?: { why?: boolean }): Promise<ListedMention[]>;
  /** Scrolls to a mention and opens its card. */
  reveal(id: string): void;
  /**
   * Opens the card of the first mention that the reader's selection in this frame touches.
   *
   * @returns whether there is one.
   */
  revealSelection(): boolean;
  /** The terms of the mentions that the reader's selection in this frame touches, one entry per mention. */
  selectedTerms(): string[];
  /** Opens the card of the next (1) or previous (-1) mention. */
  step(direction: 1 | -1): void;
  /**
   * Whether a script that comes may take its place: one that lives stays, since it holds what the reader did
   * on the page.
   *
   * @param knows Whether the one that comes knows what names mean.
   */
  yieldsTo(knows: boolean): boolean;
  /** Ends the script: marks, listeners, observers and timers are gone when it returns. */
  stop(): void;
}
