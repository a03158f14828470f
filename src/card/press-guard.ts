import type { CardHost } from './card-host';

/** Milliseconds a card must have been seen where it is before a press on it does anything. */
export const SEEN_FOR = 250;

/** Pixels a card may differ from where we put it: the browser rounds. */
const TOLERANCE = 1;

/**
 * Guards the card's controls against pages that put the card, covered or moved, under a press meant for
 * something else (what the 2025 clickjacking of password managers did). A press counts only if it is the
 * reader's own, on a card that has stood in place, in sight and uncovered for {@link SEEN_FOR}.
 */
export interface PressGuard {
  /** A card was put where it is; if that is a new place, its time starts anew. */
  placed(card: HTMLElement | undefined): void;
  /** Stops a press that does not count. Listens at the root, before any control. */
  check(event: Event): void;
}

interface Sighting {
  since: number;
  x: number;
  y: number;
}

/** A guard for the cards of one host; it has seen none yet. */
export function createPressGuard(host: CardHost): PressGuard {
  const sightings = new WeakMap<Element, Sighting>();

  function counts(event: MouseEvent): boolean {
    if (!event.isTrusted || !(event.target instanceof Element)) return false;
    const card = event.target.closest<HTMLElement>('.card');
    const sighting = card && sightings.get(card);
    if (!sighting || performance.now() - sighting.since < SEEN_FOR) return false;
    const { x, y } = card.getBoundingClientRect();
    const inPlace = Math.abs(x - sighting.x) <= TOLERANCE && Math.abs(y - sighting.y) <= TOLERANCE;
    if (!inPlace || !isPlain(host.element) || isPageVeiled()) return false;
    if (host.raiseIfCovered()) {
      sightings.set(card, { ...sighting, since: performance.now() });
      return false;
    }
    // A press by keys has no place on the screen.
    return event.detail === 0 || isOnTop(host, event.target);
  }

  return {
    placed(card) {
      if (!card) return;
      const { x, y } = card.getBoundingClientRect();
      const known = sightings.get(card);
      if (known && known.x === x && known.y === y) return;
      sightings.set(card, { since: performance.now(), x, y });
    },
    check(event) {
      if (counts(event as MouseEvent)) return;
      event.stopImmediatePropagation();
      event.preventDefault();
    },
  };
}

/** Whether the host is drawn as its style sheet says; nothing of the page should be able to change that. */
function isPlain(host: Element): boolean {
  const style = getComputedStyle(host);
  return (
    style.opacity === '1' &&
    style.visibility === 'visible' &&
    style.filter === 'none' &&
    style.transform === 'none' &&
    style.clipPath === 'none' &&
    style.mixBlendMode === 'normal'
  );
}

/** Filters that change colours and hide nothing: what makes a page dark. */
const HARMLESS_FILTER =
  /^(?:none|(?:(?:invert|hue-rotate|grayscale|sepia|saturate)\([^)]*\)\s*)+)$/;

/** Whether the page's root is drawn so that all in it may be out of sight: in Firefox, our layer too. */
function isPageVeiled(): boolean {
  const { opacity, filter, maskImage, clipPath } = getComputedStyle(document.documentElement);
  const isPlainRoot = opacity === '1' && maskImage === 'none' && clipPath === 'none';
  return !isPlainRoot || !HARMLESS_FILTER.test(filter);
}

/** Whether what lies uppermost at the target's middle and near its corners is the target. */
function isOnTop(host: CardHost, target: Element): boolean {
  const { left, right, top, bottom } = target.getBoundingClientRect();
  const points: [x: number, y: number][] = [
    [(left + right) / 2, (top + bottom) / 2],
    [left + 2, top + 2],
    [right - 2, bottom - 2],
  ];
  return points.every(([x, y]) => {
    const hit = host.root.elementFromPoint(x, y);
    return hit !== null && (target.contains(hit) || hit.contains(target));
  });
}
