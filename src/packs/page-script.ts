import browser from 'webextension-polyfill';
import { READER_INDEX_KEY } from './reader-index-key';

/** The script of every page, which knows the built-in names alone. */
const PAGE_FILE = 'page.js';

/** What takes its place where a page holds names, and in every page once the reader has packs of her own. */
export const READER_FILE = 'reader.js';

/** The script that pages get first. */
export async function firstPageScript(): Promise<string> {
  const { [READER_INDEX_KEY]: index } = await browser.storage.local.get(READER_INDEX_KEY);
  return index === undefined ? PAGE_FILE : READER_FILE;
}
