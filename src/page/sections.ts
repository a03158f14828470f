import { hostOf } from './host-of';
import { own } from './own';
import { overEach, type Step } from './slices';

/** What sections begin with. */
const BORDERS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'article'];

/**
 * Tells the section a place belongs to: what stands under one heading, or one article of several. The page
 * is asked once for its headings; make a new one when the page has changed.
 */
export class Sections {
  private readonly borders = new Set<Node>();
  /** What holds a border. */
  private readonly around = new Set<Node>();
  /** The last border before the end of an element, of those that were asked for. */
  private readonly known = new Map<Node, Element | undefined>();

  /** Asks the page: of one kind after another, for which the engine is quicker than for any of them. */
  find(): Step {
    return overEach(BORDERS, (kind) => {
      for (const border of document.querySelectorAll(kind)) {
        this.borders.add(border);
        let at = border.parentNode;
        for (; at && !this.around.has(at); at = own(at, 'parentNode')) this.around.add(at);
      }
    });
  }

  /** @returns The node that stands for the section: equal for all places in it. */
  of(place: Node): Node | undefined {
    const border = this.lastBefore(place);
    if (!border) return undefined;
    for (let article = border.closest('article'); article; ) {
      // What follows an article is no part of its last section.
      if (!holds(article, place)) return article.parentNode ?? undefined;
      article = article.parentElement?.closest('article') ?? null;
    }
    return border;
  }

  /**
   * Goes back from a place, as far as anybody has gone before. To compare it with one border after another
   * takes the engine as long as all its siblings take to be counted, each time.
   */
  private lastBefore(place: Node): Element | undefined {
    if (this.borders.size === 0) return undefined;
    const passed: Node[] = [];
    const border = this.goBack(inDocument(place), passed);
    for (const node of passed) this.known.set(node, border);
    return border;
  }

  private goBack(place: Node, passed: Node[]): Element | undefined {
    for (let at: Node | null = place; at; ) {
      let sibling = (at as ChildNode & Element).previousElementSibling;
      for (; sibling; sibling = sibling.previousElementSibling) {
        if (this.known.has(sibling)) return this.known.get(sibling);
        if (this.borders.has(sibling) || this.around.has(sibling)) return this.lastIn(sibling);
        passed.push(sibling);
      }
      at = own(at, 'parentNode');
      if (this.borders.has(at as Node)) return at as Element;
    }
    return undefined;
  }

  /** The last border of an element that is or holds one. */
  private lastIn(element: Element): Element {
    let last = element;
    while (this.around.has(last)) {
      let child = last.lastElementChild;
      while (child && !this.borders.has(child) && !this.around.has(child)) {
        child = child.previousElementSibling;
      }
      if (!child) break;
      last = child;
    }
    return last;
  }
}

/** What a place is in, in the document itself: shadow trees are where their hosts are. */
function inDocument(place: Node): Node {
  let at = place;
  for (let host = hostOf(at); host; host = hostOf(at)) at = host;
  return at;
}

function holds(element: Element, place: Node): boolean {
  for (let at: Node | undefined = place; at; at = hostOf(at)) {
    if (element.contains(at)) return true;
  }
  return false;
}
