import { patternOfSite, siteOf } from '../settings/site-pattern';
import { addToList } from '../settings/store';

/** Stops marking on the site of an address, subdomains included; nothing happens for addresses that are no site's. */
export async function muteSiteOf(address: string | undefined): Promise<void> {
  const site = address === undefined ? undefined : siteOf(address);
  if (site !== undefined) await addToList('mutedSites', patternOfSite(site));
}

/** Stops marking a term everywhere. */
export async function muteTerm(id: string): Promise<void> {
  await addToList('mutedTerms', id);
}
