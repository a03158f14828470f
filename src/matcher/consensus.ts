import { CONSENSUS_BLOCKS } from './weights.ts';

/**
 * One sense a page: what a short name means where that is plain tells what it means where little stands
 * around it. Keeps, by term, the blocks that hold it, and those where something speaks against it.
 */
export class Consensus {
  readonly #agreeing = new Map<number, Set<number>>();
  readonly #opposing = new Map<number, Set<number>>();

  agree(term: number, block: number): void {
    enter(this.#agreeing, term, block);
  }

  oppose(term: number, block: number): void {
    enter(this.#opposing, term, block);
  }

  /** Whether a page holds a term often enough, and its short names in another sense at most half as often. */
  holds(term: number): boolean {
    const agreeing = this.#agreeing.get(term)?.size ?? 0;
    const opposing = this.#opposing.get(term)?.size ?? 0;
    return agreeing >= CONSENSUS_BLOCKS && agreeing >= opposing * 2;
  }
}

function enter(blocks: Map<number, Set<number>>, term: number, block: number): void {
  const known = blocks.get(term);
  if (known) known.add(block);
  else blocks.set(term, new Set([block]));
}
