import type { PageSettings } from '../settings/page-settings';

/** What the choice needs to know of a mention. */
export interface Placed {
  term: string;
  /** Equal for all mentions in one section. */
  section: unknown;
}

/**
 * Which mentions are marked: a page with forty underlined names is a nuisance.
 *
 * @param mentions In reading order.
 * @returns Those to mark, in the same order.
 */
export function chooseMarked<M extends Placed>(
  mentions: readonly M[],
  density: PageSettings['density'],
): M[] {
  if (density === 'all') return [...mentions];
  const seen = new Map<unknown, Set<string>>();
  return mentions.filter(({ term, section }) => {
    const where = density === 'page' ? undefined : section;
    const terms = seen.get(where);
    if (!terms) seen.set(where, new Set([term]));
    else if (terms.has(term)) return false;
    else terms.add(term);
    return true;
  });
}
