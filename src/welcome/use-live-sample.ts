import { useEffect } from 'preact/hooks';
import { MARK_CSS } from '../paint/mark-style';

/**
 * Runs the scripts of web pages on this page: browsers let extensions put them into sites, not into the
 * extensions' own pages, so the page brings them itself.
 */
export function useLiveSample(isReady: boolean): void {
  useEffect(() => {
    if (!isReady) return;
    const style = new CSSStyleSheet();
    style.replaceSync(MARK_CSS);
    document.adoptedStyleSheets.push(style);
    for (const file of ['/reader.js', '/card.js']) {
      const script = document.createElement('script');
      script.src = file;
      script.async = false; // the card looks for the reader's handle
      document.head.append(script);
    }
  }, [isReady]);
}
