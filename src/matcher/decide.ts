import type { AliasIndex, AliasRule } from './alias-index.ts';
import type {
  BlockReading,
  Candidate,
  DecidedBlock,
  DecideOptions,
  Explanation,
  Mention,
  Reason,
} from './mention.ts';
import {
  AGAINST,
  BESIDE,
  FOR,
  NEAR_BLOCKS,
  PAGE_LIMIT,
  RIVAL,
  SAME_TERM,
  THRESHOLD,
  type Weights,
} from './weights.ts';

type Where = Reason['where'];

/** Decides all candidates of a page. */
export function decideMentions(
  index: AliasIndex,
  blocks: readonly (BlockReading | undefined)[],
  options: DecideOptions,
): DecidedBlock[] {
  return new Decision(index, blocks, options).decide();
}

/** Where a page holds a piece of evidence: the blocks, in order. */
type Places = Map<number, number[]>;

class Decision {
  readonly #index: AliasIndex;
  readonly #blocks: readonly (BlockReading | undefined)[];
  readonly #options: DecideOptions;
  readonly #aliases: readonly string[];
  readonly #words: readonly string[];
  /** By term: the blocks that name it strongly. By word: those that hold it. The title is block -1. */
  readonly #terms: Places = new Map();
  readonly #wordPlaces: Places = new Map();

  constructor(
    index: AliasIndex,
    blocks: readonly (BlockReading | undefined)[],
    options: DecideOptions,
  ) {
    this.#index = index;
    this.#blocks = blocks;
    this.#options = options;
    this.#aliases = index.aliases.split('\n');
    this.#words = index.words.split('\n');
  }

  decide(): DecidedBlock[] {
    this.#note(-1, this.#options.title);
    for (let block = 0; block < this.#blocks.length; block++)
      this.#note(block, this.#blocks[block]);
    const decided: DecidedBlock[] = [];
    for (const [block, reading] of this.#blocks.entries()) {
      if (!reading) continue;
      const mentions = this.#mentions(block, reading);
      if (mentions.length > 0) decided.push({ block, mentions });
    }
    return decided;
  }

  #note(block: number, reading: BlockReading | undefined): void {
    if (!reading) return;
    for (const { alias } of reading.candidates) {
      if (!this.#rule(alias).weak) notePlace(this.#terms, this.#term(alias), block);
    }
    for (const { word } of reading.evidence) notePlace(this.#wordPlaces, word, block);
  }

  #mentions(block: number, reading: BlockReading): Mention[] {
    const mentions: Mention[] = [];
    let end = 0;
    for (const candidate of reading.candidates) {
      if (candidate.start < end) continue;
      const why = this.#judge(block, reading, candidate);
      if (why.score < why.threshold) continue;
      end = candidate.end;
      mentions.push({
        start: candidate.start,
        end: candidate.end,
        term: this.#index.terms[this.#term(candidate.alias)] ?? '',
        ...(this.#options.why && { why }),
      });
    }
    return mentions;
  }

  #judge(block: number, reading: BlockReading, candidate: Candidate): Explanation {
    const { alias } = candidate;
    const rule = this.#rule(alias);
    const text = this.#aliases[alias] ?? '';
    if (!rule.weak) {
      return {
        alias: text,
        strength: 'strong',
        score: THRESHOLD,
        threshold: THRESHOLD,
        reasons: [],
      };
    }
    const reasons: Reason[] = [];
    const add = (name: string, weight: number, where: Where) => {
      reasons.push({ text: name, weight, where });
    };
    if (candidate.rival) add(candidate.rival, RIVAL, 'beside');

    const own = this.#term(alias);
    const ownPlace = this.#nearest(this.#terms, own, block);
    if (ownPlace) add(this.#index.terms[own] ?? '', SAME_TERM[ownPlace], ownPlace);
    this.#weigh(block, reading, candidate, rule.for, FOR, add);
    this.#weigh(block, reading, candidate, rule.against, AGAINST, add);

    return {
      alias: text,
      strength: 'weak',
      score: total(reasons),
      threshold: THRESHOLD,
      reasons,
    };
  }

  #weigh(
    block: number,
    reading: BlockReading,
    candidate: Candidate,
    evidence: AliasRule['for'],
    weights: Weights,
    add: (name: string, weight: number, where: Where) => void,
  ): void {
    if (!evidence) return;
    for (const term of evidence.terms ?? []) {
      const where =
        this.#besideTerm(reading, candidate, term) ?? this.#nearest(this.#terms, term, block);
      if (where) add(this.#index.terms[term] ?? '', weights[where], where);
    }
    for (const set of evidence.sets ?? []) {
      for (const word of this.#index.sets[set] ?? []) {
        if (!this.#wordPlaces.has(word)) continue;
        const where =
          this.#besideWord(reading, candidate, word) ??
          this.#nearest(this.#wordPlaces, word, block, true);
        if (where) add(this.#words[word] ?? '', weights[where], where);
      }
    }
  }

  #besideTerm(reading: BlockReading, candidate: Candidate, term: number): Where | undefined {
    const spans = reading.candidates.filter(
      ({ alias }) => this.#term(alias) === term && !this.#rule(alias).weak,
    );
    return closeness(spans, candidate);
  }

  #besideWord(reading: BlockReading, candidate: Candidate, word: number): Where | undefined {
    return closeness(
      reading.evidence.filter((found) => found.word === word),
      candidate,
    );
  }

  /** How near a place stands to a block, the block itself included unless it has been looked at. */
  #nearest(places: Places, key: number, block: number, others = false): Where | undefined {
    const blocks = places.get(key);
    if (!blocks) return undefined;
    let best: Where | undefined;
    for (const place of blocks) {
      if (place === block) {
        if (!others) return 'block';
        continue;
      }
      if (place === -1 || Math.abs(place - block) <= NEAR_BLOCKS) best = 'near';
      else best ??= 'page';
    }
    return best;
  }

  #rule(alias: number): AliasRule {
    return this.#index.rules[this.#index.owners[alias * 2 + 1] ?? -1] ?? {};
  }

  #term(alias: number): number {
    return this.#index.owners[alias * 2] ?? -1;
  }
}

/** How near the nearest of some spans stands to a candidate they do not overlap. */
function closeness(
  spans: readonly { start: number; end: number }[],
  { start, end }: Candidate,
): Where | undefined {
  let where: Where | undefined;
  for (const span of spans) {
    if (span.start < end && start < span.end) continue;
    const distance = Math.max(span.start - end, start - span.end);
    if (distance <= BESIDE) return 'beside';
    where = 'block';
  }
  return where;
}

/** The sum of the reasons, in which what stands far away counts only so much however often it stands. */
function total(reasons: readonly Reason[]): number {
  let score = 0;
  let far = 0;
  let farAgainst = 0;
  for (const { weight, where } of reasons) {
    if (where !== 'page') score += weight;
    else if (weight > 0) far = Math.max(far, weight);
    else farAgainst += weight;
  }
  return score + far + Math.max(farAgainst, -PAGE_LIMIT);
}

function notePlace(places: Places, key: number, block: number): void {
  const blocks = places.get(key);
  if (!blocks) places.set(key, [block]);
  else if (blocks.at(-1) !== block) blocks.push(block);
}
