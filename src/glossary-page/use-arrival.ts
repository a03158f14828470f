import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Route } from './route';

/**
 * Makes a step through the glossary what loading a page is: it begins at the top, the focus goes to what it is
 * about, and a way back ends where the reader was.
 */
export function useArrival(route: Route): void {
  const shown = useRef<string | undefined>(undefined);
  const isReturn = useRef(false);
  /** How far each entry of the tab's history was scrolled when it was left, in pixels. */
  const left = useRef(new Map<string, number>());

  useEffect(() => {
    const onNavigate = ({ destination, navigationType }: NavigateEvent) => {
      if (!destination.sameDocument || navigation.currentEntry === null) return;
      // A search as it is typed stays where it is, and so does a link to what is shown already.
      if (navigationType === 'replace') return;
      left.current.set(navigation.currentEntry.key, scrollY);
      // On the way back the browser would scroll before there is anything so long.
      history.scrollRestoration = 'manual';
    };
    const onChange = ({ navigationType }: NavigationCurrentEntryChangeEvent) => {
      isReturn.current = navigationType === 'traverse';
    };
    navigation.addEventListener('navigate', onNavigate);
    navigation.addEventListener('currententrychange', onChange);
    return () => {
      navigation.removeEventListener('navigate', onNavigate);
      navigation.removeEventListener('currententrychange', onChange);
    };
  }, []);

  useLayoutEffect(() => {
    const term = route.page === 'terms' ? route.term : undefined;
    // What is searched or compared is no other place.
    const place = `${route.page} ${term ?? ''}`;
    const isFirst = shown.current === undefined;
    const isElsewhere = place !== shown.current;
    shown.current = place;
    if (!isFirst && isReturn.current) {
      scrollTo(0, left.current.get(navigation.currentEntry?.key ?? '') ?? 0);
    } else if (!isFirst && isElsewhere) scrollTo(0, 0);
    // A page that loads leaves the focus to the browser, unless a link led to a term.
    const isFocusDue = isFirst ? term !== undefined : isElsewhere || isFocusLost();
    if (isFocusDue) focusContent();
    history.scrollRestoration = 'auto'; // for a page loaded anew
  }, [route]);
}

/** Whether what had the focus went with the step, as a suggestion does that is taken. */
function isFocusLost(): boolean {
  return document.activeElement === document.body;
}

/** The heading of what is shown; at the list of terms, which has none of its own, what holds it. */
function focusContent(): void {
  const { activeElement } = document;
  // A search being typed keeps the cursor.
  if (activeElement instanceof HTMLInputElement && activeElement.checkVisibility()) return;
  const heading = document.querySelector<HTMLElement>('main h1[tabindex]');
  (heading ?? document.getElementById('content'))?.focus({ preventScroll: true });
}
