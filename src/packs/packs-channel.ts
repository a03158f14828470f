/** The channel that tells the extension's own pages that the reader's packs have changed. */
export const PACKS_CHANNEL = 'ai-footnotes-packs';

/**
 * Calls back after every change of the reader's packs, here or elsewhere in the extension.
 *
 * @returns Stops it.
 */
export function watchPacks(listener: () => void): () => void {
  const channel = new BroadcastChannel(PACKS_CHANNEL);
  channel.addEventListener('message', listener);
  return () => channel.close();
}
