import type { PageSettings } from '../settings/page-settings';
import { coversSite, siteOf } from '../settings/site-pattern';

/**
 * Whether nothing is to be marked.
 *
 * @param addresses Of the frame and of the pages around it: a muted site's frames are silent too.
 */
export function isSilent(settings: PageSettings, addresses: readonly string[]): boolean {
  if (!settings.enabled) return true;
  const sites = addresses.flatMap((address) => siteOf(address) ?? []);
  return settings.mutedSites.some((pattern) => sites.some((site) => coversSite(pattern, site)));
}

/** The addresses of this frame and, as far as the browser tells, of the pages around it. */
export function addressesAround(): string[] {
  const ancestors = (location as { ancestorOrigins?: ArrayLike<string> }).ancestorOrigins ?? [];
  return [location.href, ...Array.from(ancestors)];
}
