/** Where a link of a pack leads; empty where it leads nowhere, as in packs kept before such links were refused. */
export function hostOfLink(link: string): string {
  return URL.canParse(link) ? new URL(link).host : '';
}

/** Where a link of a pack leads, unless the name beside it says so already. */
export function LinkHost({ link, beside }: { link: string; beside: string }) {
  const host = hostOfLink(link);
  const isSaid = host === '' || beside === host || `www.${beside}` === host;
  return isSaid ? null : <span class="host"> ({host})</span>;
}
