/** Limits on what a pack may hold. Every number keeps one hostile or mistaken file from hurting a reader. */
export const PACK_LIMITS = {
  /**
   * Bytes of JSON: 50,000 facts of 800 bytes. Checking as much takes a second or two; a file that is larger
   * is refused unread, see `checkFileSize`.
   */
  fileBytes: 40_000_000,
  /** Levels of objects and lists; the format itself needs eight. */
  depth: 32,
  /** Mistakes an error tells in words; a file that is wrong from top to bottom has thousands. */
  problemsTold: 20,
  terms: 10_000,
  facts: 50_000,
  /** Names of real things are shorter; a longer alias is an attack on the index. */
  aliasCharacters: 120,
  aliasesPerTerm: 200,
  nameCharacters: 200,
  summaryCharacters: 400,
  /** A long paragraph; the card shows it with a scroll bar. */
  factCharacters: 2_000,
  evidencePerAlias: 400,
  /** Every look-up of a card reads them with its pack. */
  evidenceSets: 200,
  /** A card looks through all of them for its term. */
  measures: 200,
  /** The timeline draws each. */
  events: 5_000,
  /** Of a measure's values, a term's related terms, a fact's terms and figures: a card draws each. */
  listEntries: 200,
  idCharacters: 80,
  linkCharacters: 2_000,
} as const;
