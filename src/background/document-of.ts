import type { Runtime, Scripting } from 'webextension-polyfill';

/**
 * The document that a message came from: by the time of the answer its frame may hold another one, of a site that is
 * muted. Firefox tells the frame alone.
 */
export function documentOf({
  tab,
  frameId,
  documentId,
}: Runtime.MessageSender): Scripting.InjectionTarget {
  if (tab?.id === undefined || frameId === undefined) throw new Error('a page has a tab');
  const isKnown = !import.meta.env.FIREFOX && documentId !== undefined;
  return { tabId: tab.id, ...(isKnown ? { documentIds: [documentId] } : { frameIds: [frameId] }) };
}
