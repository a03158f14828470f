import browser from 'webextension-polyfill';
import { READER_INDEX_KEY } from './reader-index-key';

/** The script of every page, which knows the built-in names alone. */
const PAGE_FILE = 'page.js';

/** What takes its place where a page holds names, and in every page once the reader has packs of her own. */
export const READER_FILE = 'reader.js';

/**
 * The script that pages get first. Whether there is an index of the reader's is asked at every start of the
 * background, and with large packs it has some MB: it is not read for that.
 */
export async function firstPageScript(): Promise<string> {
  const keys = await browser.storage.local.getKeys();
  return keys.includes(READER_INDEX_KEY) ? READER_FILE : PAGE_FILE;
}
