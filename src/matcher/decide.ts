import type { AliasIndex } from './alias-index.ts';
import { Consensus } from './consensus.ts';
import { EvidenceKeys } from './evidence-keys.ts';
import { toldReasons } from './explain.ts';
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
import { overlap } from './overlap.ts';
import { type Around, type Blocks, PageEvidence } from './page-evidence.ts';
import { Scale } from './scale.ts';
import {
  CONSENSUS,
  CONTENDED,
  FOR_TERM,
  FOUND,
  MOST_FOUND,
  OFTEN_NAMED,
  OWNED,
  RIVAL,
  RIVAL_IN_HEADING,
  SAME_TERM,
  SAME_TERM_OFTEN,
  THRESHOLD,
  UNOPPOSED_NEAR_LIMIT,
  type Weights,
} from './weights.ts';

type Where = Reason['where'];

/** Decides which candidates of a page are mentions, by what stands around them. */
export class Decider {
  readonly #index: AliasIndex;
  readonly #keys: EvidenceKeys;
  #aliases: readonly string[] | undefined;

  /** @param words See {@link EvidenceKeys}. */
  constructor(index: AliasIndex, words: () => readonly string[]) {
    this.#index = index;
    this.#keys = new EvidenceKeys(index, words);
  }

  /** Stops after every block, so that whoever asks can let others go first. */
  *decide(blocks: Blocks, options: DecideOptions): Generator<void, DecidedBlock[]> {
    let page = yield* PageEvidence.gather(this.#keys, blocks, options.title);
    let weighed = yield* this.#weighAll(page, options);
    const silenced = silenceOpposed(blocks, weighed);
    if (silenced) {
      page = yield* PageEvidence.gather(this.#keys, silenced, options.title);
      weighed = yield* this.#weighAll(page, options);
    }
    const consensus = new Consensus();
    for (const { block, verdicts } of weighed) {
      for (const { score, term, isOpposed } of verdicts) {
        if (score >= THRESHOLD) consensus.agree(term, block);
        else if (isOpposed) consensus.oppose(term, block);
      }
    }
    yield* this.#hearNeighbours(page, weighed);
    const decided: DecidedBlock[] = [];
    for (const { block, verdicts, longest } of weighed) {
      yield;
      for (const at of verdicts.keys()) this.#hearConsensus(at, verdicts, longest, consensus);
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

  *#weighAll(page: PageEvidence, options: DecideOptions): Generator<void, WeighedBlock[]> {
    const weighed: WeighedBlock[] = [];
    for (const [block, reading] of page.blocks.entries()) {
      if (!reading) continue;
      const verdicts: Verdict[] = [];
      let end = 0;
      let longest = 0;
      for (const candidate of reading.candidates) {
        if (candidate.isOthers || candidate.start < end) continue;
        longest = Math.max(longest, candidate.end - candidate.start);
        const verdict = this.#weigh(page, block, reading, candidate, options.why === true);
        verdicts.push(verdict);
        if (verdict.score >= THRESHOLD) end = candidate.end;
      }
      if (verdicts.length > 0) weighed.push({ block, verdicts, longest });
      yield;
    }
    return weighed;
  }

  /** Lets names that were found to mean their terms speak for those of models near them, in reading order. */
  *#hearNeighbours(page: PageEvidence, weighed: readonly WeighedBlock[]): Generator<void, void> {
    const found = new Map<number, Set<number>>();
    const enter = (block: number, term: number) => {
      const terms = found.get(block);
      if (terms) terms.add(term);
      else found.set(block, new Set([term]));
    };
    for (const { block, verdicts } of weighed) {
      for (const { score, term } of verdicts) if (score >= THRESHOLD) enter(block, term);
    }
    for (const { block, verdicts, longest } of weighed) {
      for (const [at, verdict] of verdicts.entries()) {
        const { around, scale, candidate, term, reasons } = verdict;
        if (!around || !scale || isTaken(at, verdicts, longest)) continue;
        const table = this.#keys.weightsFor(candidate.alias);
        const add = (key: number, weights: Weights, where: Where) => {
          scale.add(weights, where);
          const text = this.#keys.nameOf(key);
          reasons?.push({ text, kind: 'term', weight: weights[where], where });
        };
        for (const other of found.get(block) ?? []) {
          const key = this.#keys.ofTerm(other);
          const where = around.nearest.get(this.#keys.ofMaybe(other));
          if (where && table.get(key) === FOR_TERM && !around.nearest.has(key))
            add(key, FOUND, where);
        }
        const kin = new Set<number>();
        for (const near of scale.hearsNear ? page.near(block, around.isCell) : []) {
          for (const other of found.get(near) ?? []) if (other !== term) kin.add(other);
        }
        for (const other of kin) {
          const key = this.#keys.ofTerm(other);
          if (!this.#isWhatModelsAre(other) || !table.has(key) || around.nearest.has(key)) continue;
          add(key, FOR_TERM, 'near');
        }
        verdict.score = scale.score;
        if (verdict.score >= THRESHOLD) enter(block, term);
      }
      yield;
    }
  }

  /** Companies and people are named on pages of every kind; models, and how they are made, are not. */
  #isWhatModelsAre(term: number): boolean {
    return ['model', 'idea', 'benchmark'].includes(this.#index.categories[term] ?? '');
  }

  /** Lets the rest of the page speak for a name that nothing speaks against. */
  #hearConsensus(
    at: number,
    verdicts: readonly Verdict[],
    longest: number,
    consensus: Consensus,
  ): void {
    const verdict = verdicts[at] as Verdict;
    const { score, term, isOpposed, reasons } = verdict;
    if (score >= THRESHOLD || score + CONSENSUS < THRESHOLD) return;
    if (isOpposed || !consensus.holds(term) || isTaken(at, verdicts, longest)) return;
    verdict.score = score + CONSENSUS;
    reasons?.push({
      text: this.#keys.nameOf(this.#keys.ofTerm(term)),
      kind: 'term',
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
      reasons: toldReasons(reasons, score),
    };
  }

  #weigh(
    page: PageEvidence,
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
    const isModel = this.#index.categories[term] === 'model';
    const scale = new Scale(isModel);
    const add = (text: string, kind: Reason['kind'], weights: Weights, where: Where) => {
      if (weights[where] === 0) return;
      scale.add(weights, where);
      reasons?.push({ text, kind, weight: weights[where], where });
    };
    const own = keys.ofTerm(term);
    const table = keys.weightsFor(candidate.alias);
    const around = page.around(
      block,
      reading,
      candidate,
      (key) => key === own || table.has(key),
      isModel,
    );

    const ownPlace = around.nearest.get(own) ?? (page.holds(own) ? 'page' : undefined);
    const rival = page.ownership.rivalOf(reading, candidate);
    const owner = rival ? undefined : page.ownership.ownerOf(term, block, candidate.start);
    if (ownPlace && !owner) {
      const isOften = page.timesOf(own) >= OFTEN_NAMED;
      add(keys.nameOf(own), 'term', isOften ? SAME_TERM_OFTEN : SAME_TERM, ownPlace);
    }
    if (rival) add(rival.text, 'name', rival.inHeading ? RIVAL_IN_HEADING : RIVAL, 'beside');
    if (owner) add(owner, 'name', OWNED, 'near');
    else if (!rival) {
      const other = page.ownership.contenderOf(term);
      if (other) add(other, 'name', CONTENDED, 'near');
    }

    for (const [key, where] of around.nearest) {
      const weights = table.get(key);
      if (weights && key !== own) add(keys.nameOf(key), keys.kindOf(key), weights, where);
    }
    const far = page.farTotals(table);
    scale.addFar(far.for);
    scale.addFar(far.against);
    // What stands near was heard, and what only the name itself says is no evidence for it.
    const notFar = new Set([...around.nearest.keys(), ...around.itsOwn]);
    for (const key of notFar) {
      const weights = table.get(key);
      if (weights && page.holds(key)) scale.addFar(weights.page, -1);
    }
    if (reasons) {
      for (const key of far.keys) {
        if (notFar.has(key)) continue;
        const weight = table.get(key)?.page ?? 0;
        if (weight !== 0) {
          reasons.push({ text: keys.nameOf(key), kind: keys.kindOf(key), weight, where: 'page' });
        }
      }
    }
    const { score, isOpposed } = scale;
    const most = scale.hearsNear ? UNOPPOSED_NEAR_LIMIT : isOpposed ? 0 : MOST_FOUND;
    const canRise = score < THRESHOLD && score + most >= THRESHOLD;
    // Of the many others nothing is kept that a page of thousands of names would pay for.
    const more = canRise && { scale, around };
    return { candidate, term, score, isOpposed, reasons, ...more };
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
  /** What it was weighed on, and what stood around; only of a name that its neighbours may still speak for. */
  scale?: Scale;
  around?: Around;
}

interface WeighedBlock {
  block: number;
  /** By where they begin. */
  verdicts: readonly Verdict[];
  /** Characters of the longest name among them. */
  longest: number;
}

/** Whether a name that was found to mean its term stands in the same place; those far off cannot. */
function isTaken(place: number, verdicts: readonly Verdict[], longest: number): boolean {
  const { candidate } = verdicts[place] as Verdict;
  const takes = ({ score, candidate: other }: Verdict) =>
    score >= THRESHOLD && overlap(other, candidate);
  for (let at = place - 1; at >= 0; at--) {
    const before = verdicts[at] as Verdict;
    if (before.candidate.start + longest <= candidate.start) break;
    if (takes(before)) return true;
  }
  for (let at = place + 1; at < verdicts.length; at++) {
    const after = verdicts[at] as Verdict;
    if (after.candidate.start >= candidate.end) break;
    if (takes(after)) return true;
  }
  return false;
}

/**
 * Takes from a page what was weighed and found to mean something else: "distilled" beside lavender says nothing
 * for a supervised learning that stands near it, nor the R1 of a resistor for a V3.
 *
 * @returns `undefined` where there is none.
 */
function silenceOpposed(blocks: Blocks, weighed: readonly WeighedBlock[]): Blocks | undefined {
  let silenced: (BlockReading | undefined)[] | undefined;
  // It can only take marks away.
  if (!weighed.some(({ verdicts }) => verdicts.some(({ score }) => score >= THRESHOLD))) return;
  for (const { block, verdicts } of weighed) {
    const opposed = verdicts.filter(({ score, isOpposed }) => isOpposed && score < THRESHOLD);
    if (opposed.length === 0) continue;
    silenced ??= [...blocks];
    const { length, candidates, evidence, isWeighed, isSentence } = blocks[block] as BlockReading;
    const others = new Set(opposed.map(({ candidate }) => candidate));
    let at = 0;
    const isInOpposed = (word: Span): boolean => {
      while ((opposed[at]?.candidate.end ?? Number.POSITIVE_INFINITY) <= word.start) at++;
      const next = opposed[at]?.candidate;
      return next !== undefined && overlap(next, word);
    };
    silenced[block] = {
      length,
      candidates: candidates.map((one) => (others.has(one) ? { ...one, isSilent: true } : one)),
      evidence: evidence.filter((word) => !isInOpposed(word)),
      isWeighed,
      isSentence,
    };
  }
  return silenced;
}
