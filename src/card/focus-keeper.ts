import type { Mark } from '../page/page-handle';

/** Takes the keyboard focus into a card, and back to where the reader was. */
export interface FocusKeeper {
  /** The reader came to a mark by keys or by touch: there they are, and from where the focus is they came. */
  remember(mark: Mark): void;
  /** The reader came to a mark by the pointer, with no card open: where they were before means nothing now. */
  forget(): void;
  enter(card: HTMLElement | undefined): void;
  restore(): void;
}

/**
 * A keeper for one card host, which remembers nothing yet.
 *
 * @param host The element the cards are in: who walks from card to card came from elsewhere.
 */
export function createFocusKeeper(host: Element): FocusKeeper {
  let before: Element | undefined;
  let mark: Mark | undefined;

  function forget(): void {
    before = undefined;
    mark = undefined;
  }

  return {
    forget,
    remember(reached) {
      mark = reached;
      const active = deepActiveElement();
      if (!isIn(host, active)) before = active;
    },
    enter(card) {
      card?.focus({ preventScroll: true });
    },
    restore() {
      // A mark in a link is where the reader reads on; otherwise, or once it is gone, the control they came from.
      const link = mark?.element.closest('a[href], button, [tabindex]');
      const place = [link, before].find((known) => known?.isConnected);
      forget();
      if (place instanceof HTMLElement) place.focus({ preventScroll: true });
    },
  };
}

/** Whether an element is the host, or in its shadow tree where that is open. */
function isIn(host: Element, element: Element | undefined): boolean {
  const root = element?.getRootNode();
  return element === host || (root instanceof ShadowRoot && root.host === host);
}

function deepActiveElement(): Element | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active && active !== document.body ? active : undefined;
}
