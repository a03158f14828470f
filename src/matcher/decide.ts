import type { AliasIndex } from './alias-index.ts';
import { Consensus } from './consensus.ts';
import { EvidenceKeys, type Sighting } from './evidence-keys.ts';
import { firstFrom } from './first-from.ts';
import type {
  BlockReading,
  Candidate,
  DecidedBlock,
  DecideOptions,
  Explanation,
  Mention,
  Reason,
  Span,
} from './mention.ts';
import { Ownership } from './ownership.ts';
import { Scale } from './scale.ts';
import {
  BESIDE,
  CONSENSUS,
  CONTENDED,
  NEAR_BLOCKS,
  OFTEN_NAMED,
  OWNED,
  RIVAL,
  RIVAL_IN_HEADING,
  SAME_BLOCK,
  SAME_TERM,
  SAME_TERM_OFTEN,
  SHORT_BLOCK,
  THRESHOLD,
  type Weights,
} from './weights.ts';

type Where = Reason['where'];
type Blocks = readonly (BlockReading | undefined)[];

/** Decides which candidates of a page are mentions, by what stands around them. */
export class Decider {
  readonly #index: AliasIndex;
  readonly #keys: EvidenceKeys;
  #aliases: readonly string[] | undefined;

  constructor(index: AliasIndex) {
    this.#index = index;
    this.#keys = new EvidenceKeys(index);
  }

  decide(blocks: Blocks, options: DecideOptions): DecidedBlock[] {
    const page = new Page(this.#keys, blocks, options.title);
    const consensus = new Consensus();
    const weighed: { block: number; verdicts: Verdict[] }[] = [];
    for (const [block, reading] of blocks.entries()) {
      if (!reading) continue;
      const verdicts: Verdict[] = [];
      let end = 0;
      for (const candidate of reading.candidates) {
        if (candidate.isOthers || candidate.start < end) continue;
        const verdict = this.#weigh(page, block, reading, candidate, options.why === true);
        verdicts.push(verdict);
        if (verdict.score >= THRESHOLD) {
          end = candidate.end;
          consensus.agree(verdict.term, block);
        } else if (verdict.isOpposed) consensus.oppose(verdict.term, block);
      }
      if (verdicts.length > 0) weighed.push({ block, verdicts });
    }
    const decided: DecidedBlock[] = [];
    for (const { block, verdicts } of weighed) {
      for (const verdict of verdicts) this.#hearConsensus(verdict, verdicts, consensus);
      const mentions: Mention[] = [];
      const rejected: Mention[] = [];
      for (const verdict of verdicts) {
        const { score, candidate, term, reasons } = verdict;
        (score >= THRESHOLD ? mentions : rejected).push({
          start: candidate.start,
          end: candidate.end,
          term: this.#index.terms[term] ?? '',
          ...(reasons && { why: this.#explain(candidate, score, reasons) }),
        });
      }
      if (mentions.length > 0 || options.why) {
        decided.push({ block, mentions, ...(options.why && { rejected }) });
      }
    }
    return decided;
  }

  /** Lets the rest of the page speak for a name that nothing speaks against. */
  #hearConsensus(verdict: Verdict, all: readonly Verdict[], consensus: Consensus): void {
    const { score, term, isOpposed, candidate, reasons } = verdict;
    if (score >= THRESHOLD || score + CONSENSUS < THRESHOLD) return;
    if (isOpposed || !consensus.holds(term)) return;
    if (all.some((other) => other.score >= THRESHOLD && overlap(other.candidate, candidate)))
      return;
    verdict.score = score + CONSENSUS;
    reasons?.push({
      text: this.#keys.nameOf(this.#keys.ofTerm(term)),
      weight: CONSENSUS,
      where: 'page',
    });
  }

  #explain({ alias }: Candidate, score: number, reasons: Reason[]): Explanation {
    this.#aliases ??= this.#index.aliases.split('\n');
    return {
      alias: this.#aliases[alias] ?? '',
      strength: this.#keys.ruleOf(alias).weak ? 'weak' : 'strong',
      score,
      threshold: THRESHOLD,
      reasons,
    };
  }

  #weigh(
    page: Page,
    block: number,
    reading: BlockReading,
    candidate: Candidate,
    why: boolean,
  ): Verdict {
    const keys = this.#keys;
    const term = keys.termOf(candidate.alias);
    const reasons: Reason[] | undefined = why ? [] : undefined;
    if (!keys.ruleOf(candidate.alias).weak)
      return { candidate, term, score: THRESHOLD, isOpposed: false, reasons };
    const scale = new Scale();
    const add = (text: string, weights: Weights, where: Where) => {
      if (weights[where] === 0) return;
      scale.add(weights, where);
      reasons?.push({ text, weight: weights[where], where });
    };
    const own = keys.ofTerm(term);
    const table = keys.weightsFor(candidate.alias);
    const around = page.around(block, reading, candidate, (key) => key === own || table.has(key));

    const ownPlace = around.nearest.get(own) ?? (page.holds(own) ? 'page' : undefined);
    const rival = page.ownership.rivalOf(reading, candidate);
    const owner = rival ? undefined : page.ownership.ownerOf(term, block, candidate.start);
    if (ownPlace && !owner) {
      const isOften = page.timesOf(own) >= OFTEN_NAMED;
      add(keys.nameOf(own), isOften ? SAME_TERM_OFTEN : SAME_TERM, ownPlace);
    }
    if (rival) add(rival.text, rival.inHeading ? RIVAL_IN_HEADING : RIVAL, 'beside');
    if (owner) add(owner, OWNED, 'near');
    else if (!rival) {
      const other = page.ownership.contenderOf(term);
      if (other) add(other, CONTENDED, 'near');
    }

    for (const [key, where] of around.nearest) {
      const weights = table.get(key);
      if (weights && key !== own) add(keys.nameOf(key), weights, where);
    }
    const far = page.farTotals(table);
    scale.addFar(far.for);
    scale.addFar(far.against);
    for (const key of [...around.nearest.keys(), ...around.itsOwn]) {
      const weights = table.get(key);
      if (weights) scale.addFar(weights.page, -1);
    }
    if (reasons) {
      for (const key of far.keys) {
        if (around.nearest.has(key) || around.itsOwn.has(key)) continue;
        const weight = table.get(key)?.page ?? 0;
        if (weight !== 0) reasons.push({ text: keys.nameOf(key), weight, where: 'page' });
      }
    }
    return { candidate, term, score: scale.score, isOpposed: scale.isOpposed, reasons };
  }
}

/** What was made of one candidate. */
interface Verdict {
  candidate: Candidate;
  term: number;
  score: number;
  /** Whether something close by or near speaks against it. */
  isOpposed: boolean;
  /** What the score is made of; only when asked for. */
  reasons: Reason[] | undefined;
}

const overlap = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

/** What stands around one candidate. */
interface Around {
  /** How near the nearest of each piece of evidence stands, of those nearer than the page at large. */
  nearest: Map<number, Where>;
  /** What the page holds nowhere but in the candidate itself. */
  itsOwn: Set<number>;
}

interface FarTotals {
  for: number;
  against: number;
  keys: readonly number[];
}

/** What one page holds, and where. */
class Page {
  readonly ownership: Ownership;
  readonly #keys: EvidenceKeys;
  readonly #blocks: Blocks;
  readonly #title: ReadonlySet<number>;
  /** By piece of evidence: in how many blocks it stands. */
  readonly #times = new Map<number, number>();
  readonly #distinct = new Map<BlockReading, ReadonlySet<number>>();
  readonly #far = new Map<ReadonlyMap<number, Weights>, FarTotals>();

  constructor(keys: EvidenceKeys, blocks: Blocks, title: BlockReading | undefined) {
    this.#keys = keys;
    this.#blocks = blocks;
    this.#title = title ? this.#distinctIn(title) : new Set();
    this.ownership = new Ownership(keys, blocks);
    for (const key of this.#title) this.#times.set(key, 1);
    for (const reading of blocks) {
      if (!reading) continue;
      for (const key of this.#distinctIn(reading)) this.#times.set(key, this.timesOf(key) + 1);
    }
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
    for (let distance = 1; distance <= NEAR_BLOCKS; distance++) {
      const where = distance === 1 && reading.length <= SHORT_BLOCK ? 'block' : 'near';
      for (const neighbour of [this.#blocks[block - distance], this.#blocks[block + distance]]) {
        if (!neighbour) continue;
        for (const key of this.#distinctIn(neighbour)) {
          if (isWanted(key)) nearest.set(key, nearer(where, nearest.get(key)));
        }
      }
    }
    for (const key of this.#title) {
      if (isWanted(key)) nearest.set(key, nearer('near', nearest.get(key)));
    }
    for (const key of itsOwn) if (nearest.has(key)) itsOwn.delete(key);
    return { nearest, itsOwn };
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
