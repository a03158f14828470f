import type { Reason } from './mention.ts';

export type Weights = Readonly<Record<Reason['where'], number>>;

/** The score a weak name needs. */
export const THRESHOLD = 1;

/** The same term named in full: what follows in short form is believed, unless something speaks against it. */
export const SAME_TERM: Weights = { beside: 1.5, block: 1.5, near: 1.2, page: 1 };

/** A word or name that speaks for it: one beside is enough, two in its block, three around. */
export const FOR: Weights = { beside: 1, block: 0.6, near: 0.35, page: 0.15 };

/** One that speaks against it outweighs one that speaks for it from the same distance. */
export const AGAINST: Weights = { beside: -2, block: -1.2, near: -0.6, page: -0.3 };

/** The name of something else right before it: no evidence around makes up for it but two beside. */
export const RIVAL = -2;

/** Characters between a name and a word that still stand beside each other: about a clause. */
export const BESIDE = 60;

/** Blocks to either side that are near: a heading and its paragraphs, the cells of a row. */
export const NEAR_BLOCKS = 2;

/** What evidence against from afar can weigh together. */
export const PAGE_LIMIT = 0.9;
