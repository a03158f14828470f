import { render } from 'preact';
import type { CardTerm } from '../glossary/card-term';
import type { Language } from '../glossary/language';
import { isOrphaned } from '../messaging/extension-api';
import { send } from '../messaging/send';
import { type CardHandle, type Mark, type PageHandle, REST_DELAY } from '../page/page-handle';
import { citationOf } from '../ui/citation';
import { copyText } from '../ui/copy-text';
import { interfaceLanguage, message } from '../ui/message';
import { NOTICE_FOR } from '../ui/notice-for';
import { failureText } from '../ui/use-attempt';
import { bringIntoView } from './bring-into-view';
import { createCardHost } from './card-host';
import { type CardEvent, type Point, shownHover } from './card-state';
import { createCardStore } from './card-store';
import { selfAndAncestors } from './flat-tree';
import { createFocusKeeper } from './focus-keeper';
import { createMarkFollower } from './follow-mark';
import { type CardSettings, followSettings } from './follow-settings';
import { measure, viewportRect } from './measure';
import { isOnPath } from './path-to-card';
import { keepInside, type Placed, placeCard, SHEET_BELOW } from './placement';
import { createPressGuard } from './press-guard';
import { shownTerm } from './reading';
import type { CardActions } from './view/card-actions';
import { CardLayer, type Notice } from './view/card-layer';
import { CARD_STYLES } from './view/card-styles';
import { watchPage } from './watch-page';

/** Settings until the reader's are read. */
const INITIAL_SETTINGS: CardSettings = { openDelay: 400, theme: 'system' };

/**
 * Starts the card in a frame.
 *
 * @param page The script that marks names in this frame.
 * @returns What that script tells the card; everything started here ends with its `stop`.
 */
export function startCard(page: PageHandle): CardHandle {
  const host = createCardHost(CARD_STYLES, () => show());
  const guard = createPressGuard(host);
  const focus = createFocusKeeper(host.element);
  const follower = createMarkFollower(() => void settle());
  let settings = INITIAL_SETTINGS;
  let notice: Notice | undefined;
  let pointer: Point = { x: 0, y: 0 };
  let leftAt = pointer;
  let side: Placed['side'] | undefined;
  /** The visit whose card is made ready to be shown. */
  let prepared: number | undefined;
  let isStopped = false;

  const store = createCardStore({
    delays: () => ({ rest: REST_DELAY, open: settings.openDelay }),
    readTerm: (id) => readTerm(page, id),
    wait: (callback, ms) => void setTimeout(callback, ms),
    focusCard: (token) => focus.enter(cardElement(token)),
    restoreFocus: focus.restore,
    changed(state) {
      show();
      const { hover } = state;
      if (hover.phase === 'ready' && hover.token !== prepared) prepare(hover.token);
    },
  });
  const { dispatch } = store;

  function show(): void {
    if (isStopped) return;
    const { hover, pinned } = store.state;
    const shown = shownHover(hover);
    const anchor = shown?.mark ?? pinned.at(-1)?.mark;
    if (!shown) side = undefined;
    const coming =
      isOutOfPage() && hover.phase === 'ready' && hover.token === prepared ? hover : undefined;
    if (anchor) host.showFor(anchor.element);
    render(
      <CardLayer
        hover={shown ?? coming}
        pinned={pinned}
        theme={settings.theme}
        language={interfaceLanguage()}
        isSheet={isSheet()}
        notice={notice}
        actionsFor={actionsFor}
        dispatch={dispatch}
      />,
      host.root,
    );
    if (!anchor && !notice) host.remove();
    follower.follow(isSheet() ? undefined : shown?.mark);
    settle();
  }

  /**
   * Makes the card while its opening delay runs, outside the page: the first in a process takes the browser longer to
   * make than to show, for it gets ready what it formats numbers and dates with.
   */
  function prepare(token: number): void {
    requestIdleCallback(() => {
      const { hover } = store.state;
      if (!isOutOfPage() || hover.phase !== 'ready' || hover.token !== token) return;
      prepared = token;
      show();
    });
  }

  /** Pinned cards and notices keep the host in the page: what is in it is seen. */
  function isOutOfPage(): boolean {
    return !host.element.isConnected;
  }

  /** Puts the cards where they belong now. */
  async function settle(): Promise<void> {
    host.undoZoom();
    for (const { token } of store.state.pinned) guard.placed(cardElement(token));
    const shown = shownHover(store.state.hover);
    const card = shown && cardElement(shown.token);
    if (!shown || !card) return;
    if (isSheet()) {
      card.removeAttribute('style');
      delete card.dataset.side;
    } else {
      const measured = measure(shown.mark, card, shown.by === 'hover' ? pointer : undefined);
      // One that came when its mark had gone has no place, and there none of its buttons would count.
      if (!measured && !card.style.left)
        return dispatch({ type: 'CLOSE_PRESSED', token: shown.token });
      if (!measured || measured.isHidden) {
        dispatch({ type: measured ? 'MARK_HIDDEN' : 'TEXT_CHANGED' });
        // A card that is held stays: where it was, or at the edge beyond which its mark is.
        if (!measured || !card.isConnected) return;
      }
      const placed = await placeCard(measured, side);
      side = placed.side;
      card.style.left = `${placed.x}px`;
      card.style.top = `${placed.y}px`;
      // A property of our own would be inherited, and have the style of all that is in the card made anew.
      card.style.maxBlockSize = `min(var(--footnotes-highest), ${placed.maxHeight}px)`;
      // It comes in once, from where it stands at first.
      card.dataset.side ??= placed.side;
    }
    guard.placed(card);
  }

  function actionsFor(token: number): CardActions {
    const markOf = () => cardOf(token)?.mark;
    const read: CardActions['read'] = (event) =>
      dispatch({ type: 'READING_CHANGED', token, event });
    const close = () => dispatch({ type: 'CLOSE_PRESSED', token });
    /** Says what came of a change, and ends the card with it; where it was not made, the card stays and says why. */
    const end = async (change: Promise<unknown>, done: string) => {
      try {
        await change;
      } catch (error) {
        return tell(token, failureText(error));
      }
      tell(token, done);
      close();
    };
    return {
      read,
      close,
      async readIn(language) {
        const card = cardOf(token);
        const term = card && shownTerm(card.reading);
        if (!term) return;
        try {
          read({ type: 'TRANSLATION_ARRIVED', term: await readTerm(page, term.id, language) });
        } catch {
          tell(token, message('cardFailed'));
        }
      },
      async copy(fact, term) {
        const taken = await copyText(citationOf(fact, term));
        tell(token, taken ? message('cardCopied') : message('cardCopyFailed'));
      },
      editFootnote(fact) {
        close();
        void send('footnote.form', { fact: fact.id });
      },
      removeFootnote: (fact) =>
        end(send('footnote.remove', { fact: fact.id }), message('footnoteRemoved')),
      notThis() {
        const mark = markOf();
        if (!mark) return;
        tell(token, message('cardMarkRemoved'));
        close();
        page.notThis(mark.id);
      },
      mute: (what, term) =>
        what === 'mute-term'
          ? end(send('term.mute', { id: term.id }), message('cardTermMuted', term.name.text))
          : end(send('site.mute', {}), message('cardSiteMuted')),
      openGlossary: (term) => void send('glossary.open', { term: term.id }),
      pin() {
        const { x, y } = cardElement(token)?.getBoundingClientRect() ?? { x: 0, y: 0 };
        dispatch({ type: 'PIN_PRESSED', at: { x, y } });
      },
      move(to) {
        const card = cardElement(token);
        if (!card) return;
        const { width, height } = card.getBoundingClientRect();
        dispatch({
          type: 'PINNED_MOVED',
          token,
          at: keepInside(to, { width, height }, viewportRect()),
        });
      },
    };
  }

  /** Says for a moment what has been done. What ends the card is said before: with it the host leaves the page. */
  function tell(token: number, text: string): void {
    const said = { token, text };
    notice = said;
    show();
    setTimeout(() => {
      if (notice !== said) return;
      notice = undefined;
      show();
    }, NOTICE_FOR);
  }

  function cardOf(token: number) {
    const hover = shownHover(store.state.hover);
    return hover?.token === token ? hover : store.state.pinned.find((card) => card.token === token);
  }

  function cardElement(token: number): HTMLElement | undefined {
    return host.root.querySelector<HTMLElement>(`[data-token="${token}"]`) ?? undefined;
  }

  function isPathTo(from: Point, to: Point): boolean {
    const shown = shownHover(store.state.hover);
    const card = shown && cardElement(shown.token);
    return card !== undefined && isOnPath(leftAt, from, to, card.getBoundingClientRect());
  }

  host.root.addEventListener('click', guard.check, { capture: true });
  // While a card comes in, it is not yet where it will be pressed.
  host.root.addEventListener('animationend', () => void settle());
  const following = followSettings((changed) => {
    settings = changed;
    show();
  });
  let isReady = false;
  following.told.then(() => {
    isReady = true;
  });

  /** The first mark waits for the reader's own delay; what follows it keeps its order. */
  function inTurn(act: () => void): void {
    if (isReady) act();
    else following.told.then(act);
  }

  let previous = pointer;
  const unwatch = watchPage({
    host: host.element,
    dispatch,
    isShown: () => shownHover(store.state.hover) !== undefined,
    focusedPinned: () => {
      const focused = host.root.activeElement?.closest<HTMLElement>('.pinned');
      return focused ? Number(focused.dataset.token) : undefined;
    },
    pointerMoved(to) {
      previous = pointer;
      pointer = to;
      if (store.state.hover.phase === 'leaving' && isPathTo(previous, to)) {
        dispatch({ type: 'PATH_KEPT' });
      }
    },
    movesMark(scrolled) {
      const { hover } = store.state;
      if (hover.phase === 'idle') return false;
      const around: Iterable<unknown> = selfAndAncestors(hover.mark.element);
      return scrolled === document || [...around].includes(scrolled);
    },
    resized() {
      for (const { token, at } of store.state.pinned) actionsFor(token).move(at);
      // A card and a sheet are not made alike.
      show();
    },
  });

  const begin = (event: Extract<CardEvent, { type: 'MARK_TAPPED' | 'MARK_REACHED' }>) => {
    focus.remember(event.mark);
    dispatch(event);
  };
  return {
    markEntered: (mark: Mark, at: number) =>
      inTurn(() => {
        if (host.root.querySelector('.card:hover')) return;
        const { hover, pinned } = store.state;
        if (hover.phase === 'idle' && pinned.length === 0) focus.forget();
        dispatch({
          type: 'MARK_ENTERED',
          mark,
          rested: Math.max(0, performance.now() - at),
          onPath: isPathTo(previous, pointer),
        });
      }),
    markRenewed: (mark, at) =>
      inTurn(() =>
        dispatch({ type: 'MARK_RENEWED', mark, rested: Math.max(0, performance.now() - at) }),
      ),
    markLeft: () =>
      inTurn(() => {
        leftAt = pointer;
        dispatch({ type: 'MARK_LEFT' });
      }),
    markTapped: (mark) => inTurn(() => begin({ type: 'MARK_TAPPED', mark })),
    markReached: (mark, index, count) =>
      inTurn(() => {
        bringIntoView(mark);
        begin({ type: 'MARK_REACHED', mark, step: { index, count } });
      }),
    marksChanged() {
      settle();
    },
    stop() {
      isStopped = true;
      const hasFocus = host.root.activeElement !== null;
      unwatch();
      follower.follow(undefined);
      render(null, host.root);
      host.remove();
      if (hasFocus) focus.restore();
      // Last: where the extension is gone, its API throws.
      following.stop();
    },
  };
}

function isSheet(): boolean {
  return window.innerWidth < SHEET_BELOW;
}

/** @throws where the facts cannot be read. An extension that was updated meanwhile ends its old scripts. */
async function readTerm(page: PageHandle, id: string, language?: Language): Promise<CardTerm> {
  try {
    const [term] = await send('terms.read', { ids: [id], ...(language && { language }) });
    if (!term) throw new Error(`no pack knows "${id}"`);
    return term;
  } catch (error) {
    if (isOrphaned()) page.stop();
    throw error;
  }
}
