import { useEffect } from 'preact/hooks';
import { goTo } from './use-route';

/** Leads to the search from wherever the reader is. Browsers have Ctrl+K and Ctrl+F for their own. */
export const SEARCH_KEY = '/';

/** Puts the cursor into the search of terms when its key is pressed where nothing is being typed. */
export function useSearchKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, target, altKey, ctrlKey, metaKey } = event;
      if (key !== SEARCH_KEY || altKey || ctrlKey || metaKey || isTyping(target)) return;
      event.preventDefault(); // Firefox would open its quick find
      if (focusSearch()) return;
      goTo({ page: 'terms' });
      // The list is drawn once the address has changed.
      addEventListener('hashchange', () => requestAnimationFrame(focusSearch), { once: true });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

function focusSearch(): boolean {
  const search = document.querySelector<HTMLInputElement>('.search input');
  // On a phone the list gives way to the term that is read.
  if (!search?.checkVisibility()) return false;
  search.select();
  search.focus();
  return true;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input:not([type=radio]), select, textarea');
}
