import type { Reason } from './mention.ts';

export type Weights = Readonly<Record<Reason['where'], number>>;

/** The score a weak name needs. */
export const THRESHOLD = 1;

/** The same term named in full: short forms nearby are believed; far off they need a little more. */
export const SAME_TERM: Weights = { beside: 1.6, block: 1.6, near: 1.2, page: 0.8 };

/** In how many blocks a page names a term before its short name is believed anywhere on it. */
export const OFTEN_NAMED = 3;

/** The same term named in that many. */
export const SAME_TERM_OFTEN: Weights = { ...SAME_TERM, page: 1 };

/** A related term named in full: one in the same paragraph is enough. */
export const FOR_TERM: Weights = { beside: 1.2, block: 1, near: 0.4, page: 0.15 };

/**
 * Another weak name that would fit: two that fit each other beside a word of the field are enough. However many, they
 * weigh no more than one where nothing else speaks for the name: a game has its cold start, an R1 and a V3 as well.
 */
export const FOR_MAYBE: Weights = { beside: 0.8, block: 0.4, near: 0, page: 0 };

/** What such a name adds in the same block once it was found to mean its term: both together weigh as one that is named in full. */
export const FOUND: Weights = { beside: 0.4, block: 0.6, near: 0, page: 0 };

/** Two of them are the most that is looked for. */
export const MOST_FOUND = 2 * FOUND.block;

/** A word that speaks for it: one beside is enough, two in its paragraph. */
export const FOR_WORD: Weights = { beside: 1, block: 0.6, near: 0.3, page: 0.1 };

/** One that stands in other fields as well. */
export const FOR_HINT: Weights = { beside: 0.5, block: 0.3, near: 0.15, page: 0.05 };

/** One that speaks against it outweighs one that speaks for it from the same distance. */
export const AGAINST: Weights = { beside: -2, block: -1.2, near: -0.5, page: -0.3 };

export const AGAINST_HINT: Weights = { beside: -1, block: -0.6, near: -0.25, page: -0.1 };

/** The name of something else right before it. */
export const RIVAL: Weights = { beside: -2, block: 0, near: 0, page: 0 };

/** The same in a heading that writes every word large, where a plain word looks like a name. */
export const RIVAL_IN_HEADING: Weights = { beside: -0.6, block: 0, near: 0, page: 0 };

/** The last full name before was another thing's: `Rabbit R1 … the R1`. */
export const OWNED: Weights = { beside: 0, block: 0, near: -1.8, page: 0 };

/** Another thing of that short name is named in full on the page nearly as often as the term. */
export const CONTENDED: Weights = { beside: 0, block: 0, near: -0.5, page: 0 };

/** How many times as often as the other thing a term must be named to be the one that is meant. */
export const CONTENDER_SHARE = 2;

/** How often a name must stand before a short one to own it; once may be chance. */
export const OWNER_TIMES = 2;

/**
 * The page means the term by its short names elsewhere: enough for one with a word of the field on the page, and
 * nothing against it.
 */
export const CONSENSUS = 0.8;

/** In how many blocks it must, to be no chance. */
export const CONSENSUS_BLOCKS = 3;

/** Characters between a name and a word that still stand beside each other: about a clause. */
export const BESIDE = 80;

/** Characters that still make one paragraph; what stands farther off in a block is near. */
export const SAME_BLOCK = 600;

/** Blocks to either side that are near: a heading and its paragraphs, the cells of a row. */
export const NEAR_BLOCKS = 3;

/**
 * Characters of a block that is a heading, a tag or a cell: what stands in the next one is as good as inside. A short
 * sentence is none where an idea is in question, which is mostly called by a word of other uses as well.
 */
export const SHORT_BLOCK = 40;

/** Characters of a block that is most likely a cell of a table, and what it counts of {@link NEAR_BLOCKS} there. */
const CELL = 20;
export const CELL_SHARE = 0.25;

/** How much a block counts of {@link NEAR_BLOCKS} in a table: the rows above and below a cell are near it. */
export const shareOf = (length: number): number => (length <= CELL ? CELL_SHARE : 1);

/** What related words and terms nearby can weigh together: not enough without anything in the block itself. */
export const NEAR_LIMIT = 0.8;

/** The limit of a model's name where nothing on the page speaks against it: two or three related names are enough. */
export const UNOPPOSED_NEAR_LIMIT = 1;

/** What evidence against nearby can weigh together: a page full of it is about something else. */
export const NEAR_AGAINST_LIMIT = 1.2;

/** What all that speaks for it can weigh together: less than one word against that stands beside. */
export const FOR_LIMIT = 2.6;

/** What they can weigh together from afar. */
export const PAGE_FOR_LIMIT = 0.2;

/** What evidence against from afar can weigh together. */
export const PAGE_AGAINST_LIMIT = 0.9;
