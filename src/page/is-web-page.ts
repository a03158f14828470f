/**
 * Whether a document is one to mark names in: images, SVG, XML, JSON, plain text and the like have no text to be read
 * by us. The popup has it run in pages, where it sees nothing of this module.
 */
export function isWebPage(): boolean {
  const { contentType } = document;
  return (
    contentType === 'text/html' ||
    (contentType === 'application/xhtml+xml' && document.documentElement instanceof HTMLHtmlElement)
  );
}
