/** What can hold neither text nor a shadow tree that we would look for. */
const HOLDS_NOTHING = 'script,style,link,meta,noscript,img,iframe,a,ins,br';

/**
 * Whether a frame holds nothing to read, as most frames of a page do, which show pictures or nothing. The page itself is
 * asked as well: to find out that it is no frame would cost more. A shadow tree on the body itself is seen only where it
 * is open, there from the start and not all the body has.
 */
export function isEmpty(): boolean {
  // An element in hand costs each of Chromium's frames the classes of elements, more than all else in an empty one.
  if (!document.querySelector('body:not(:empty)')) return true;
  if (document.querySelector(`body :not(${HOLDS_NOTHING})`)) return false;
  const body = document.body as HTMLElement | null;
  return body !== null && !body.shadowRoot && !hasText(body);
}

function hasText(body: Element): boolean {
  const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode as Text;
    if (/\S/.test(data) && !parentElement?.matches('script,style,noscript')) return true;
  }
  return false;
}
