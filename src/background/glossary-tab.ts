import browser from 'webextension-polyfill';

/** Where the glossary opens: at a term, at a search, at one of its pages, or at its start. */
export type GlossaryPlace = { term: string } | { search: string } | { page: string };

/** The address of a place in the glossary; readers share the part behind `#`. */
function glossaryAddress(place?: GlossaryPlace): string {
  const address = browser.runtime.getURL('/glossary.html');
  return place === undefined ? address : `${address}#${new URLSearchParams({ ...place })}`;
}

/** Opens the glossary in a tab of its own. */
export async function openGlossary(place?: GlossaryPlace): Promise<void> {
  await browser.tabs.create({ url: glossaryAddress(place) });
}
