/**
 * How the rest of the extension speaks to the script in a page: one object in the isolated world, which
 * the page cannot see. The popup and `annotate` reach it with `scripting.executeScript`, which runs in the
 * same world in every frame; the card's script, injected later, finds it here too.
 */
export const PAGE_HANDLE = Symbol.for('ai-footnotes.page');

/** A mention as lists show it. */
export interface ListedMention {
  /** Identifies it in this frame for as long as its text stands. */
  id: string;
  term: string;
  /** The text as it stands in the page, and up to 40 characters on each side. */
  text: string;
  before: string;
  after: string;
  /** The evidence and the score, for `annotate --why`; only when asked for. */
  why?: unknown;
}

export interface PageHandle {
  /** Resolves once scanning has settled, with every mention of this frame in reading order. */
  list(options?: { why?: boolean }): Promise<ListedMention[]>;
  /** Scrolls to a mention and opens its card. */
  reveal(id: string): void;
  /** Opens the card of the next (1) or previous (-1) mention. */
  step(direction: 1 | -1): void;
  /** Ends the script: marks, listeners, observers and timers are gone when it returns. */
  stop(): void;
}
