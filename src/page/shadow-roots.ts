import { KNOWN_TAGS } from './element-kinds';
import type { Step } from './slices';

/**
 * Every element that HTML itself knows and that needs no look, the commonest first: the engine compares them
 * one by one, and a page of ten thousand elements is searched in about a millisecond. Drawings and formulas are not
 * read; the first element of each of their many kinds that a script takes in hand costs a sixth of a millisecond.
 * Whether one stands in a drawing the engine finds out by going up from it: that comes behind the common kinds, and
 * before the seldom ones.
 */
const ORDINARY = `a,span,div,li,td,p,strong,img,em,tr,ul,b,i,code,h3,h2,br,sup,svg,svg *,link,hr,cite,small,time,script,
style,iframe,meta,label,button,section,input,dd,dt,dl,th,h4,header,option,article,figure,figcaption,h1,h5,h6,nav,footer,
main,aside,form,ol,table,tbody,thead,tfoot,blockquote,fieldset,legend,${KNOWN_TAGS.replaceAll(' ', ',')},math *`;

/**
 * Custom elements; besides, empty elements that may have a shadow tree, since an element whose tree has no
 * slot shows nothing else. Other hosts come to light when the reader points at them: see
 * {@link ShadowRoots.look}.
 */
const POSSIBLE_HOSTS = `:not(${ORDINARY}),:is(div,span,section,article,main,aside):empty`;

/** The element that holds the card: its texts are ours. */
const CARD_HOST = 'ai-footnotes';

/** Elements that may still get a shadow tree; more are forgotten. */
const MOST_WAITING = 500;

/** Elements between two looks at the clock. */
const LOOKS_AT_ONCE = 64;

interface ChromeDom {
  dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null };
}

/** Finds shadow trees, open and closed. Attaching one leaves no trace in the DOM: they have to be looked for. */
export class ShadowRoots {
  /** The trees found that are still in the page. */
  readonly found = new Set<ShadowRoot>();
  private readonly waiting = new Set<Element>();
  private readonly wanted = new Set<Element>();
  private readonly possible: Element[] = [];
  /** Whether a look was interrupted. */
  private isLooking = false;

  /** @param onFound Called once for each. */
  constructor(private readonly onFound: (root: ShadowRoot) => void) {}

  /** Has an element that came and all below it looked at, at the next {@link lookAgain}. */
  wantSearch(element: Element): void {
    this.wanted.add(element);
  }

  /** Has what stands below a node looked at, and below what is found there. */
  search(within: ParentNode): void {
    for (const element of within.querySelectorAll(POSSIBLE_HOSTS)) this.possible.push(element);
  }

  /**
   * Looks at what came, and again where a tree may have come late; forgets what has left the page. A step:
   * pages may have a hundred thousand elements to look at.
   */
  readonly lookAgain: Step = (isTimeUp) => {
    if (!this.isLooking) this.lookAtKnown();
    this.isLooking = true;
    for (const element of this.wanted) {
      if (!element.isConnected) continue;
      if (element.matches(POSSIBLE_HOSTS)) this.possible.push(element);
      if (element.firstElementChild) this.search(element);
    }
    this.wanted.clear();
    for (let looked = 1; this.possible.length > 0; looked++) {
      if (looked % LOOKS_AT_ONCE === 0 && isTimeUp()) return false;
      const element = this.possible.pop() as Element;
      if (!this.look(element) && this.waiting.size < MOST_WAITING) this.waiting.add(element);
    }
    this.isLooking = false;
    return true;
  };

  private lookAtKnown(): void {
    for (const root of this.found) if (!root.isConnected) this.found.delete(root);
    for (const element of this.waiting) {
      if (!element.isConnected || this.look(element)) this.waiting.delete(element);
    }
  }

  /** @returns Whether the element has a shadow tree. */
  look(element: Element): boolean {
    if (!(element instanceof HTMLElement) || element.localName === CARD_HOST) return false;
    const root = shadowRootOf(element);
    if (!root) return false;
    if (!this.found.has(root)) {
      this.found.add(root);
      this.onFound(root);
      this.search(root);
    }
    return true;
  }
}

let dom: ChromeDom['dom'];

function shadowRootOf(element: HTMLElement): ShadowRoot | null {
  if (import.meta.env.FIREFOX)
    return (element as { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot ?? null;
  // Chromium makes this part of its API at the first look.
  dom ??= (globalThis as { chrome?: ChromeDom }).chrome?.dom;
  return dom ? dom.openOrClosedShadowRoot(element) : element.shadowRoot;
}
