import { STOPPED } from '../page/stopped';
import type { CardEvent, Point } from './card-state';

/** What the watcher has to know of the cards to tell what an event means for them. */
export interface Watched {
  readonly host: Element;
  dispatch(event: CardEvent): void;
  /** The hover card is shown: Escape ends it. */
  isShown(): boolean;
  /** The pinned card that has the focus. */
  focusedPinned(): number | undefined;
  pointerMoved(to: Point): void;
  /** Whether the mark that a card is of, or may become one of, moves when this is scrolled. */
  movesMark(scrolled: EventTarget | null): boolean;
  /** There is more room for cards now, or less. */
  resized(): void;
}

/**
 * Turns what happens in the page into events of the card. What a page could make up is listened to on the window, before
 * all others, and only where it is trusted. All listeners are passive but those of Escape, which has to end one thing.
 *
 * @returns Stops watching.
 */
export function watchPage(watched: Watched): () => void {
  const { dispatch, host } = watched;
  const ending = new AbortController();
  const capture = { capture: true, passive: true, signal: ending.signal };
  const isOurs = (event: Event) => event.composedPath().includes(host);

  function on<Name extends keyof WindowEventMap>(
    name: Name,
    listener: (event: WindowEventMap[Name]) => void,
    options: AddEventListenerOptions = capture,
  ): void {
    window.addEventListener(name, (event) => event.isTrusted && listener(event), options);
  }

  on('pointermove', (event) => {
    if (!isOurs(event)) watched.pointerMoved({ x: event.clientX, y: event.clientY });
  });
  on('pointerdown', (event) => {
    if (!isOurs(event)) dispatch({ type: 'PAGE_PRESSED' });
  });
  on('scroll', (event) => {
    if (!isOurs(event) && watched.movesMark(event.target)) dispatch({ type: 'PAGE_SCROLLED' });
  });
  on('resize', watched.resized);
  on('blur', (event) => {
    if (event.target !== window) return;
    // Leaving the window is leaving the mark: no event tells where the pointer goes from here. A frame in the page that
    // takes the focus is still in the window; in Firefox that is known only once this event is over.
    setTimeout(() => {
      if (!document.hasFocus()) dispatch({ type: 'MARK_LEFT' });
    });
  });
  /** The Escape that is down has ended a card: neither its repetitions nor its end are the page's. */
  let isTaken = false;
  function take(event: Event): void {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
  on(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      if (event.repeat && isTaken) return take(event);
      const pinned = watched.focusedPinned();
      // One press ends one thing: the card, not also the dialog it stands over.
      isTaken = pinned !== undefined || watched.isShown();
      if (isTaken) take(event);
      dispatch({ type: 'ESCAPE_PRESSED', ...(pinned !== undefined && { pinned }) });
    },
    { capture: true, signal: ending.signal },
  );
  on(
    'keyup',
    (event) => {
      if (event.key !== 'Escape' || !isTaken) return;
      isTaken = false;
      take(event);
    },
    { capture: true, signal: ending.signal },
  );
  document.addEventListener(
    'selectionchange',
    () => {
      if (getSelection()?.isCollapsed === false) dispatch({ type: 'SELECTION_STARTED' });
    },
    capture,
  );
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'hidden') dispatch({ type: 'TAB_HIDDEN' });
    },
    capture,
  );
  return () => ending.abort(STOPPED);
}
