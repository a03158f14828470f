import type { Mark } from '../page/page-handle';

/** Takes the keyboard focus into a card, and back to where the reader was. */
export interface FocusKeeper {
  /** The reader came to a mark: that is where they are. */
  remember(mark: Mark): void;
  enter(card: HTMLElement | undefined): void;
  restore(): void;
}

/** A keeper for one card host, which remembers nothing yet. */
export function createFocusKeeper(): FocusKeeper {
  let before: Element | undefined;
  let mark: Mark | undefined;
  return {
    remember(reached) {
      mark = reached;
    },
    enter(card) {
      before = deepActiveElement();
      card?.focus({ preventScroll: true });
    },
    restore() {
      // A mark in a link is where the reader reads on; otherwise the control they came from.
      const place = mark?.element.closest<HTMLElement>('a[href], button, [tabindex]') ?? before;
      before = undefined;
      mark = undefined;
      if (place instanceof HTMLElement && place.isConnected) place.focus({ preventScroll: true });
    },
  };
}

function deepActiveElement(): Element | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active && active !== document.body ? active : undefined;
}
