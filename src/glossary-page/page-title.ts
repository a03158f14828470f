import { message } from '../ui/message';
import type { Library } from './library';
import type { Route } from './route';

/** What a tab, a bookmark and the history call a place in the glossary. */
export function pageTitle(route: Route, library: Library): string {
  const names = namesOf(route, library);
  return [...(names.length > 0 ? names : [message('menuGlossary')]), message('extensionName')].join(
    ' · ',
  );
}

function namesOf(route: Route, library: Library): string[] {
  const termNames = (ids: readonly string[]) =>
    ids.flatMap((id) => library.terms.find((term) => term.id === id)?.name.text ?? []);
  switch (route.page) {
    case 'terms':
      return termNames(route.term === undefined ? [] : [route.term]);
    case 'compare':
      return [message('compareTitle'), ...termNames(route.terms)];
    case 'timeline':
      return [message('timelineTitle')];
    case 'figures':
      return [message('figuresTitle')];
    case 'packs':
      return [message('packsHeading')];
    case 'settings':
      return [message('navSettings')];
  }
}
