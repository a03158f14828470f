/**
 * Sites by host. A site is the host name of an address, or `file://` for all local files; a pattern is a
 * site too, and covers its subdomains: `example.com` covers `news.example.com`.
 */

/** The site of pages from the reader's own disk, which have no host. */
export const LOCAL_FILES = 'file://';

/**
 * The site an address belongs to.
 *
 * @returns `undefined` for addresses the extension never reads: `about:`, `chrome:`, `data:` and the like.
 */
export function siteOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  if (protocol === 'file:') return LOCAL_FILES;
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  return hostname.replace(/\.$/, '') || undefined;
}

/** Whether a pattern covers a site. */
export function coversSite(pattern: string, site: string): boolean {
  return site === pattern || site.endsWith(`.${pattern}`);
}

/** Whether the site of an address is among those muted; an address without a site never is. */
export function isMuted(address: string | undefined, mutedSites: readonly string[]): boolean {
  const site = address === undefined ? undefined : siteOf(address);
  return site !== undefined && mutedSites.some((pattern) => coversSite(pattern, site));
}

/** The pattern that mutes a site as readers mean it: with and without `www.`. */
export function patternOfSite(site: string): string {
  return /^www\.[^.]+\./.test(site) ? site.slice('www.'.length) : site;
}

/** The match pattern that covers the same pages, for `excludeMatches`. */
export function matchPatternOf(pattern: string): string {
  if (pattern === LOCAL_FILES) return 'file:///*';
  const isAddress = pattern.startsWith('[') || /^\d+(?:\.\d+){3}$/.test(pattern);
  return isAddress ? `*://${pattern}/*` : `*://*.${pattern}/*`;
}

/** What can be wrong with a pattern somebody types. */
export type SitePatternProblem =
  | 'empty'
  | 'everything'
  | 'top-level'
  | 'wildcard'
  | 'scheme'
  | 'invalid';

export type ParsedSitePattern =
  | { pattern: string; problem?: never }
  | { pattern?: never; problem: SitePatternProblem };

/**
 * Reads what a person types for a site: a host, `*.host`, a whole address or a match pattern.
 *
 * @returns the pattern in its one spelling (lower case, international names in ASCII, no port, no path), or
 *   what is wrong with it.
 */
export function parseSitePattern(typed: string): ParsedSitePattern {
  const text = typed.trim();
  if (text === '') return { problem: 'empty' };
  if (/^file:/i.test(text)) return { pattern: LOCAL_FILES };

  const scheme = /^([a-z*][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && !['http', 'https', '*'].includes(scheme)) {
    return { problem: 'scheme' };
  }
  const authority = text.replace(/^[^/]*:\/\//, '').split(/[/?#]/, 1)[0] ?? '';
  const host = authority.replace(/^\*\./, '');
  if (host === '*') return { problem: 'everything' };
  if (host === '') return { problem: 'invalid' };
  if (host.includes('*')) return { problem: 'wildcard' };
  if (/[\s@\\]/.test(host) || !URL.canParse(`http://${host}`)) return { problem: 'invalid' };

  const pattern = new URL(`http://${host}`).hostname.replace(/\.$/, '');
  const isName = /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/;
  const isIPv6 = /^\[[0-9a-f:.]+\]$/;
  if (pattern.length > HOST_CHARACTERS || !(isName.test(pattern) || isIPv6.test(pattern))) {
    return { problem: 'invalid' };
  }
  return { pattern };
}

/**
 * Reads a site that is being added. A lone label such as `com` would cover every site that ends in it and is
 * refused, except with `http://` before it, as the name of one computer; those in the list already stay valid.
 *
 * @returns as {@link parseSitePattern}.
 */
export function parseTypedSite(typed: string): ParsedSitePattern {
  const parsed = parseSitePattern(typed);
  const isLabel = /^[^.:]+$/.test(parsed.pattern ?? '') && parsed.pattern !== 'localhost';
  return isLabel && !/^https?:/i.test(typed.trim()) ? { problem: 'top-level' } : parsed;
}

/** The longest host name there can be (RFC 1035). */
const HOST_CHARACTERS = 253;
