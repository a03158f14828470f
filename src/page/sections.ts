import { standsBefore } from './reading-order';

const HEADINGS = 'h1,h2,h3,h4,h5,h6';

/**
 * Tells the section a place belongs to: what stands under one heading, or one article of several. The page
 * is asked once for its headings; make a new one when the page has changed.
 */
export class Sections {
  private readonly borders = [...document.querySelectorAll(`${HEADINGS},article`)];

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

  private lastBefore(place: Node): Element | undefined {
    let low = 0;
    let high = this.borders.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (standsBefore(this.borders[middle] as Element, place)) low = middle + 1;
      else high = middle;
    }
    return this.borders[low - 1];
  }
}

function holds(element: Element, place: Node): boolean {
  for (let at: Node | undefined = place; at; ) {
    if (element.contains(at)) return true;
    at = (at.getRootNode() as Partial<ShadowRoot>).host;
  }
  return false;
}
