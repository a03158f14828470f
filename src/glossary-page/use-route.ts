import { useEffect, useState } from 'preact/hooks';
import { hashOf, parseRoute, type Route } from './route';

/** The route in the address, followed as it changes. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const follow = () => setRoute(parseRoute(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return route;
}

/** Goes somewhere else; the way back leads here. */
export function goTo(route: Route): void {
  location.hash = hashOf(route);
}

/** Changes where the reader is without a step in the way back: a search as it is typed. */
export function replaceRoute(route: Route): void {
  history.replaceState(null, '', hashOf(route));
  dispatchEvent(new HashChangeEvent('hashchange'));
}
