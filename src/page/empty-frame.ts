/** What can hold neither text nor a shadow tree that we would look for. */
const EMPTY = ':not(script,style,link,meta,noscript,img,iframe,a,ins,br)';

/** Whether a frame is sure to hold nothing to read, as most frames of a page are that show pictures or nothing. */
export function isEmpty(): boolean {
  const { body } = document;
  if (!body || body.shadowRoot) return !body;
  return !body.firstChild || !(body.querySelector(EMPTY) || hasText(body));
}

function hasText(body: Element): boolean {
  const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode as Text;
    if (/\S/.test(data) && !parentElement?.matches('script,style,noscript')) return true;
  }
  return false;
}
