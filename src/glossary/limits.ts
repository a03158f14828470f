/** Limits on what a pack may hold. Every number keeps one hostile or mistaken file from hurting a reader. */
export const PACK_LIMITS = {
  /** Characters of JSON. A pack at every limit below stays under it; a 50 MB file is refused unread. */
  fileCharacters: 40_000_000,
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
  idCharacters: 80,
  linkCharacters: 2_000,
} as const;
