/** The id of the pack that holds the reader's own footnotes. A file to import may not take it. */
export const OWN_PACK_ID = 'my-footnotes';
