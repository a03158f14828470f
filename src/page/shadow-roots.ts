import { isInPage } from './in-page';
import { matches } from './matches';
import { ELEMENT } from './node-types';
import { PendingNodes } from './pending-nodes';
import type { Step } from './slices';

/**
 * The kinds of elements that need no look, the commonest first: the engine compares them one by one, and a page of
 * ten thousand elements is searched in about a millisecond. Drawings and formulas are not read; the first element of
 * each of their many kinds that a script takes in hand costs a sixth of a millisecond. Whether one stands in a
 * drawing the engine finds out by going up from it: that comes behind the common kinds, and before the seldom ones.
 */
export const ORDINARY = `a,span,div,li,td,p,strong,img,em,tr,ul,b,i,code,h3,h2,br,sup,svg,svg *,link,hr,cite,small,
time,script,style,iframe,meta,label,button,section,input,dd,dt,dl,th,h4,header,option,article,figure,figcaption,h1,h5,
h6,nav,footer,main,aside,form,ol,table,tbody,thead,tfoot,blockquote,fieldset,legend,u,s,font,big,mark,abbr,acronym,q,
dfn,data,ins,del,bdi,bdo,var,tt,strike,nobr,wbr,ruby,rb,slot,output,sub,template,noscript,rt,rp,rtc,title,
source,track,param,area,map,kbd,samp,math,select,textarea,canvas,video,audio,object,embed,picture,meter,progress,
ai-footnotes,mjx-container,pre,head,datalist,frameset,frame,noframes,xmp,listing,plaintext,math *,html,base,address,
caption,col,colgroup,optgroup,details,summary,center,dialog,hgroup,menu,search`;

/** Empty elements that are icons and no hosts: most of all, on many pages. */
const ICON = 'span[aria-hidden="true"],a *,button *,label *';

/** Custom elements, and what else is of no kind that we know. */
const CUSTOM = `:not(${ORDINARY})`;

/**
 * Empty elements that may have a shadow tree: one whose tree has no slot shows nothing else. The engine asks in the
 * order in which it stands here: whether an element is empty first, and what it stands in last.
 */
const EMPTY = `:empty:is(div,span,section,article,main,aside):not(${ICON})`;

/** Other hosts come to light when the reader points at them: see {@link ShadowRoots.look}. */
const POSSIBLE_HOSTS = `${CUSTOM},${EMPTY}`;

/** The element that holds the card: its texts are ours. */
const CARD_HOST = 'ai-footnotes';

/** Elements that may still get a shadow tree, of each kind; more are forgotten. */
const MOST_WAITING = 500;

/** With more elements the engine takes too long over one answer: ten milliseconds on a slow machine. */
const MOST_AT_ONCE = 30_000;

/** Children of a large tree that are searched one by one; each is an object more. */
const MOST_CHILDREN = 2_000;

/** Elements between two looks at the clock. */
const LOOKS_AT_ONCE = 64;

/** What may be searched whole. */
type SearchedPart = Element | Document | ShadowRoot;

interface ChromeDom {
  dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null };
}

/** Finds shadow trees, open and closed. Attaching one leaves no trace in the DOM: they have to be looked for. */
export class ShadowRoots {
  /** The trees found that are still in the page. */
  readonly found = new Set<ShadowRoot>();
  private readonly waiting = new Set<Element>();
  /** Custom elements that have none yet: what they are may be told them late, and nothing tells of that. */
  readonly expected = new Set<Element>();
  /** Whether some came there since this was last made untrue. */
  isExpecting = false;
  /** The elements in which a shadow tree was ever found. */
  readonly hosts = new WeakSet<Node>();
  /** Hosts whose trees were forgotten. One that comes back, with something in it by then, looks like no host any more. */
  private readonly gone = new Set<WeakRef<Element>>();
  private readonly wanted = new PendingNodes<SearchedPart>();
  /** What is left to be searched of what was wanted, and what for. */
  private readonly parts: { part: SearchedPart; sought?: string }[] = [];
  private readonly possible: Element[] = [];
  /** Whether a look was interrupted. */
  private isLooking = false;

  /** @param onFound Called once for each. */
  constructor(private readonly onFound: (root: ShadowRoot) => void) {}

  /** Has the document, or what came or was filled, and all below it looked at, at the next {@link lookAgain}. */
  wantSearch(part: SearchedPart): void {
    this.wanted.add(part);
  }

  /** Has what stands below a node looked at, and below what is found there. */
  private search(within: ParentNode, sought = POSSIBLE_HOSTS): void {
    for (const element of within.querySelectorAll(sought)) this.possible.push(element);
  }

  /**
   * Looks at what came, and again where a tree may have come late; forgets what has left the page. A step:
   * pages may have a hundred thousand elements to look at.
   */
  readonly lookAgain: Step = (isTimeUp) => {
    if (!this.isLooking) this.lookAtKnown();
    this.isLooking = true;
    for (const part of this.wanted) this.parts.push({ part });
    this.wanted.clear();
    for (let next = this.parts.pop(); next; next = this.parts.pop()) {
      const { part, sought } = next;
      if (!isInPage(part)) continue;
      if (sought) this.search(part, sought);
      else this.searchPart(part);
      if (isTimeUp()) return false;
    }
    for (let looked = 1; this.possible.length > 0; looked++) {
      if (looked % LOOKS_AT_ONCE === 0 && isTimeUp()) return false;
      const element = this.possible.pop() as Element;
      // Else one that left meanwhile would be known when it comes back, and not be read.
      if (isInPage(element) && !this.look(element)) this.await(element);
    }
    this.isLooking = false;
    return true;
  };

  private await(element: Element): void {
    const isCustom = element.localName.includes('-');
    const waiting = isCustom ? this.expected : this.waiting;
    if (waiting.has(element) || waiting.size >= MOST_WAITING) return;
    waiting.add(element);
    this.isExpecting ||= isCustom;
  }

  /** Of a large part, its children are left to be searched, or one kind of hosts after the other. */
  private searchPart(part: SearchedPart): void {
    // `Document` is not named: Chromium would make it for us first.
    const element = part as Element;
    if (part.nodeType === ELEMENT && matches(element, POSSIBLE_HOSTS)) this.possible.push(element);
    // A number is had without the child itself, which the engine would have to make ready. It counts at each question.
    const children = part.childElementCount;
    if (children === 0) return;
    if (part.querySelectorAll('*').length <= MOST_AT_ONCE) this.search(part);
    else if (children > MOST_CHILDREN)
      for (const sought of [CUSTOM, EMPTY]) this.parts.push({ part, sought });
    else for (const child of part.children) this.parts.push({ part: child });
  }

  /** Forgets trees that have left the page: one that comes back is found anew, and what it holds by then is read. */
  forgetGone(): void {
    for (const root of this.found) {
      if (isInPage(root)) continue;
      this.found.delete(root);
      this.gone.add(new WeakRef(root.host));
    }
    this.wanted.forgetGone();
  }

  private lookAtKnown(): void {
    this.forgetGone();
    for (const known of this.gone) {
      const host = known.deref();
      if (!host || (isInPage(host) && this.look(host))) this.gone.delete(known);
    }
    for (const waiting of [this.waiting, this.expected])
      for (const element of waiting)
        if (!isInPage(element) || this.look(element)) waiting.delete(element);
  }

  /** @returns Whether the element has a shadow tree. */
  look(element: Element): boolean {
    // The engine refuses others, with an error.
    if (!('innerText' in element)) return false;
    const root = shadowRootOf(element as HTMLElement);
    if (!root || element.localName === CARD_HOST) return false;
    if (!this.found.has(root)) {
      this.found.add(root);
      this.hosts.add(element);
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
