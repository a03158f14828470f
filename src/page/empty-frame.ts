/** What can hold neither text nor a shadow tree that we would look for. */
const EMPTY = ':not(script,style,link,meta,noscript,img,iframe,a,ins,br)';

/**
 * Whether this is the page itself. In Chromium, a frame that asks for `top` has our world made there: a millisecond; to
 * ask for its ancestors takes a seventh of all that a blank frame costs. One has the origin of what it stands in, a
 * blank tab one of its own; a window that a page opened blank is taken for a frame, which it is watched like.
 */
export const isPageItself = (): boolean =>
  import.meta.env.FIREFOX
    ? window === window.top
    : (document.URL !== 'about:blank' || origin === 'null') &&
      location.ancestorOrigins.length === 0;

/**
 * Whether a frame holds nothing to read, as most frames of a page do, which show pictures or nothing. A shadow tree on
 * the body itself is seen only where it is open, there from the start and not all the body has.
 */
export function isEmpty(): boolean {
  // An element in hand costs each of Chromium's frames the classes of elements, more than all else in an empty one.
  if (!document.querySelector('body:not(:empty)')) return true;
  const body = document.body as HTMLElement | null;
  return !(!body || body.shadowRoot || body.querySelector(EMPTY) || hasText(body));
}

function hasText(body: Element): boolean {
  const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode as Text;
    if (/\S/.test(data) && !parentElement?.matches('script,style,noscript')) return true;
  }
  return false;
}
