import type { Reason } from './mention.ts';

export type Weights = Readonly<Record<Reason['where'], number>>;

/** The score a weak name needs. */
export const THRESHOLD = 1;

/** The same term named in full: what follows in short form is believed, unless something speaks against it. */
export const SAME_TERM: Weights = { beside: 1.5, block: 1.5, near: 1.2, page: 1 };

/** A related term named in full: one in the same paragraph is enough. */
export const FOR_TERM: Weights = { beside: 1.2, block: 1, near: 0.4, page: 0.15 };

/** Another weak name that would fit: two that fit each other beside a word of the field are enough. */
export const FOR_MAYBE: Weights = { beside: 0.8, block: 0.4, near: 0, page: 0 };

/** A word that speaks for it: one beside is enough, two in its paragraph. */
export const FOR_WORD: Weights = { beside: 1, block: 0.6, near: 0.3, page: 0.1 };

/** One that speaks against it outweighs one that speaks for it from the same distance. */
export const AGAINST: Weights = { beside: -2, block: -1.2, near: -0.5, page: -0.25 };

/** The name of something else right before it. */
export const RIVAL = -2;

/** Characters between a name and a word that still stand beside each other: about a clause. */
export const BESIDE = 80;

/** Characters that still make one paragraph; what stands farther off in a block is near. */
export const SAME_BLOCK = 600;

/** Blocks to either side that are near: a heading and its paragraphs, the cells of a row. */
export const NEAR_BLOCKS = 3;

/** What related words and terms nearby can weigh together: not enough without anything in the block itself. */
export const NEAR_LIMIT = 0.8;

/** What evidence against from afar can weigh together. */
export const PAGE_AGAINST_LIMIT = 0.75;
