/** Where a link of a pack leads, unless the name beside it says so already. */
export function LinkHost({ link, beside }: { link: string; beside: string }) {
  const { host } = new URL(link);
  return beside === host || `www.${beside}` === host ? null : <span class="host"> ({host})</span>;
}
