import type { EvidenceKeys, Sighting } from './evidence-keys.ts';
import { firstFrom } from './first-from.ts';
import type { BlockReading, Candidate, Reason, Span } from './mention.ts';
import { overlap } from './overlap.ts';
import { Ownership } from './ownership.ts';
import { BESIDE, NEAR_BLOCKS, SAME_BLOCK, SHORT_BLOCK, shareOf, type Weights } from './weights.ts';

type Where = Reason['where'];
export type Blocks = readonly (BlockReading | undefined)[];

/** What stands around one candidate. */
export interface Around {
  /** How near the nearest of each piece of evidence stands, of those nearer than the page at large. */
  nearest: Map<number, Where>;
  /** What the page holds nowhere but in the candidate itself. */
  itsOwn: Set<number>;
  /** Whether it is a model's name that stands in a block for itself, as in the cell of a table. */
  isCell: boolean;
}

interface FarTotals {
  for: number;
  against: number;
  keys: readonly number[];
}

/** What one page holds, and where. */
export class PageEvidence {
  readonly ownership: Ownership;
  readonly #keys: EvidenceKeys;
  readonly blocks: Blocks;
  readonly #title: ReadonlySet<number>;
  /** By piece of evidence: in how many blocks it stands. */
  readonly #times = new Map<number, number>();
  readonly #distinct = new Map<BlockReading, ReadonlySet<number>>();
  readonly #far = new Map<ReadonlyMap<number, Weights>, FarTotals>();

  private constructor(keys: EvidenceKeys, blocks: Blocks, title: BlockReading | undefined) {
    this.#keys = keys;
    this.blocks = blocks;
    this.#title = title ? this.#distinctIn(title) : new Set();
    this.ownership = new Ownership(keys);
    for (const key of this.#title) this.#times.set(key, 1);
  }

  /** Looks a page through, stopping after every block with a name. */
  static *gather(
    keys: EvidenceKeys,
    blocks: Blocks,
    title: BlockReading | undefined,
  ): Generator<void, PageEvidence> {
    const page = new PageEvidence(keys, blocks, title);
    for (const [block, reading] of blocks.entries()) {
      if (!reading?.candidates.length) continue;
      page.ownership.note(block, reading);
      for (const key of page.#toldBy(reading)) page.#times.set(key, page.timesOf(key) + 1);
      yield;
    }
    return page;
  }

  /** What a block tells the whole page: where nothing is weighed, its names alone. */
  #toldBy(reading: BlockReading): ReadonlySet<number> {
    if (reading.isWeighed) return this.#distinctIn(reading);
    return new Set([...this.#keys.namesIn(reading)].map(({ key }) => key));
  }

  timesOf(key: number): number {
    return this.#times.get(key) ?? 0;
  }

  holds(key: number): boolean {
    return this.#times.has(key);
  }

  #distinctIn(reading: BlockReading): ReadonlySet<number> {
    let keys = this.#distinct.get(reading);
    if (!keys) {
      keys = new Set(this.#keys.sightingsIn(reading).map(({ key }) => key));
      this.#distinct.set(reading, keys);
    }
    return keys;
  }

  around(
    block: number,
    reading: BlockReading,
    candidate: Candidate,
    isWanted: (key: number) => boolean,
    isModel: boolean,
  ): Around {
    const nearest = new Map<number, Where>();
    const itsOwn = new Set<number>();
    const sightings = this.#keys.sightingsIn(reading);
    const reach = SAME_BLOCK + LONGEST_EVIDENCE;
    const here = firstFrom(sightings, candidate.start);
    const from = Math.max(firstFrom(sightings, candidate.start - reach), here - MOST_SIGHTINGS);
    const to = Math.min(sightings.length, here + MOST_SIGHTINGS);
    for (let at = from; at < to; at++) {
      const sighting = sightings[at] as Sighting;
      if (sighting.start > candidate.end + SAME_BLOCK) break;
      if (!isWanted(sighting.key)) continue;
      const where = closeness(sighting, candidate);
      if (where) nearest.set(sighting.key, nearer(where, nearest.get(sighting.key)));
      else if (this.timesOf(sighting.key) === 1) itsOwn.add(sighting.key);
    }
    if (reading.length > SAME_BLOCK) {
      for (const key of this.#distinctIn(reading)) {
        if (isWanted(key) && !nearest.has(key) && !itsOwn.has(key)) nearest.set(key, 'near');
      }
    }
    const isShort = reading.length <= SHORT_BLOCK && (isModel || !reading.isSentence);
    const isCell = isModel && reading.length - (candidate.end - candidate.start) <= 2;
    for (const near of this.near(block, isCell)) {
      const where = Math.abs(near - block) === 1 && isShort ? 'block' : 'near';
      for (const key of this.#distinctIn(this.blocks[near] as BlockReading)) {
        if (isWanted(key)) nearest.set(key, nearer(where, nearest.get(key)));
      }
    }
    for (const key of this.#title) {
      if (isWanted(key)) nearest.set(key, nearer('near', nearest.get(key)));
    }
    for (const key of itsOwn) if (nearest.has(key)) itsOwn.delete(key);
    return { nearest, itsOwn, isCell };
  }

  /** The blocks near one; from a cell, those of the rows above and below as well. */
  *near(block: number, isCell: boolean): Generator<number> {
    for (const step of [-1, 1]) {
      let distance = 0;
      for (let at = block + step; at >= 0 && at < this.blocks.length; at += step) {
        const neighbour = this.blocks[at];
        distance += isCell && neighbour ? shareOf(neighbour.length) : 1;
        if (distance > NEAR_BLOCKS) break;
        if (neighbour) yield at;
      }
    }
  }

  /** What all evidence of the page would weigh for an alias if it stood far away. */
  farTotals(table: ReadonlyMap<number, Weights>): FarTotals {
    let totals = this.#far.get(table);
    if (!totals) {
      totals = {
        for: 0,
        against: 0,
        keys: [...this.#times.keys()].filter((key) => table.has(key)),
      };
      for (const key of totals.keys) {
        const weight = table.get(key)?.page ?? 0;
        if (weight > 0) totals.for += weight;
        else totals.against += weight;
      }
      this.#far.set(table, totals);
    }
    return totals;
  }
}

/** No name or word is longer. */
const LONGEST_EVIDENCE = 120;

/** Pieces of evidence looked at on each side: no prose has as many in a paragraph, a wall of names has. */
const MOST_SIGHTINGS = 100;

const ORDER: readonly Where[] = ['beside', 'block', 'near', 'page'];

const nearer = (a: Where, b: Where | undefined): Where =>
  b === undefined || ORDER.indexOf(a) <= ORDER.indexOf(b) ? a : b;

/** How near a span stands to a candidate of its block; `undefined` where they overlap. */
function closeness(span: Span, { start, end }: Candidate): Where | undefined {
  if (overlap(span, { start, end })) return undefined;
  const distance = Math.max(span.start - end, start - span.end);
  return distance <= BESIDE ? 'beside' : distance <= SAME_BLOCK ? 'block' : 'near';
}
