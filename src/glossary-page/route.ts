/** The glossary's pages besides its terms, by their name in the address. */
export const PAGES = ['timeline', 'figures', 'compare', 'packs', 'settings'] as const;

export type PageName = (typeof PAGES)[number];

/** Where in the glossary the reader is. Addresses are made to be shared: `glossary.html#term=deepseek-r1`. */
export type Route =
  | { page: 'terms'; term?: string; search?: string }
  | { page: 'compare'; terms: readonly string[] }
  | { page: Exclude<PageName, 'compare'> };

/** Reads the part of an address behind `#`. What it does not know leads to the list of terms. */
export function parseRoute(hash: string): Route {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const compared = params.get('compare');
  if (compared !== null) {
    return { page: 'compare', terms: [...new Set(compared.split(',').filter(Boolean))] };
  }
  const page = PAGES.find((name) => name === params.get('page'));
  if (page === 'compare') return { page, terms: [] };
  if (page !== undefined) return { page };
  const term = params.get('term');
  const search = params.get('search');
  return {
    page: 'terms',
    ...(term !== null && term !== '' && { term }),
    ...(search !== null && search !== '' && { search }),
  };
}

/** The part of an address behind `#`, with it; {@link parseRoute} reads it back. */
export function hashOf(route: Route): string {
  if (route.page === 'compare') return `#compare=${route.terms.map(encodeURIComponent).join(',')}`;
  if (route.page !== 'terms') return `#page=${route.page}`;
  const { term, search } = route;
  return `#${new URLSearchParams({ ...(term && { term }), ...(search && { search }) })}`;
}
