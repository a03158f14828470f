import { useEffect } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { PageHandle } from '../page/page-handle';
import { MARK_CSS } from '../paint/mark-style';

/** What the commands do that walk a page's mentions. */
const STEPS: Readonly<Record<string, 1 | -1>> = { 'next-mention': 1, 'previous-mention': -1 };

/** Firefox for Android has no keyboard commands. */
const commands = browser.commands as typeof browser.commands | undefined;

/**
 * Runs the scripts of web pages on this page: browsers let extensions put them into sites, not into the
 * extensions' own pages, so the page brings them itself, and hears the commands that the background takes there.
 */
export function useLiveSample(isReady: boolean): void {
  useEffect(() => {
    if (!isReady) return;
    const onCommand = (name: string) => {
      const direction = STEPS[name];
      const handles = globalThis as unknown as Record<symbol, PageHandle | undefined>;
      if (direction !== undefined && document.hasFocus()) {
        handles[Symbol.for('ai-footnotes.page')]?.step(direction);
      }
    };
    commands?.onCommand.addListener(onCommand);
    const style = new CSSStyleSheet();
    style.replaceSync(MARK_CSS);
    document.adoptedStyleSheets.push(style);
    for (const file of ['/reader.js', '/card.js']) {
      const script = document.createElement('script');
      script.src = file;
      script.async = false; // the card looks for the reader's handle
      document.head.append(script);
    }
    return () => commands?.onCommand.removeListener(onCommand);
  }, [isReady]);
}
