/** Where `storage.local` holds the index of the built-in names and the reader's; absent without packs of hers. */
export const READER_INDEX_KEY = 'reader-index';
