/** `ELEMENT_NODE` of `Node`, which Chromium would make first. */
export const ELEMENT = 1;
/** `TEXT_NODE`. */
export const TEXT = 3;
/** `CDATA_SECTION_NODE`. */
export const CDATA = 4;
/** `DOCUMENT_FRAGMENT_NODE`. */
export const FRAGMENT = 11;
