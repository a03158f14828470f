/** Milliseconds that what was done is said over a page: "Copied", "Footnote saved". */
export const NOTICE_FOR = 2_500;
