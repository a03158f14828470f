import type { AliasIndex, AliasRule } from './alias-index.ts';
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
import {
  AGAINST,
  BESIDE,
  FOR_MAYBE,
  FOR_TERM,
  FOR_WORD,
  NEAR_BLOCKS,
  NEAR_LIMIT,
  PAGE_AGAINST_LIMIT,
  RIVAL,
  SAME_BLOCK,
  SAME_TERM,
  THRESHOLD,
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
    const own = this.#term(alias);
    const ownPlace = this.#nearestTerm(block, reading, candidate, own);
    const { rival } = candidate;
    if (rival && !this.#isKin(reading, rival, rule.for?.terms ?? [])) {
      add(rival.text, RIVAL, 'beside');
    }
    this.#weigh(block, reading, candidate, rule.for, true, add);
    this.#weigh(block, reading, candidate, rule.against, false, add);
    let score = total(reasons);
    if (ownPlace) {
      score += SAME_TERM[ownPlace];
      add(this.#index.terms[own] ?? '', SAME_TERM[ownPlace], ownPlace);
    }
    return { alias: text, strength: 'weak', score, threshold: THRESHOLD, reasons };
  }

  /** Whether the name right before is one that speaks for the candidate: `OpenAI` before `o1`. */
  #isKin(reading: BlockReading, rival: Span, terms: readonly number[]): boolean {
    return reading.candidates.some(
      ({ start, end, alias }) =>
        start < rival.end && rival.start < end && terms.includes(this.#term(alias)),
    );
  }

  #weigh(
    block: number,
    reading: BlockReading,
    candidate: Candidate,
    evidence: AliasRule['for'],
    speaksFor: boolean,
    add: (name: string, weight: number, where: Where) => void,
  ): void {
    if (!evidence) return;
    for (const term of evidence.terms ?? []) {
      const name = this.#index.terms[term] ?? '';
      const where = this.#nearestTerm(block, reading, candidate, term);
      const maybe = this.#besideMaybe(reading, candidate, term);
      if (where && (where !== 'page' || !maybe)) {
        add(name, (speaksFor ? FOR_TERM : AGAINST)[where], where);
      } else if (maybe) add(name, (speaksFor ? FOR_MAYBE : AGAINST)[maybe], maybe);
    }
    const seen = new Set<number>();
    for (const set of evidence.sets ?? []) {
      for (const word of this.#index.sets[set] ?? []) {
        if (seen.has(word) || !this.#wordPlaces.has(word)) continue;
        seen.add(word);
        const spans = reading.evidence.filter((found) => found.word === word);
        const where = closeness(spans, candidate) ?? this.#nearest(this.#wordPlaces, word, block);
        if (where) add(this.#words[word] ?? '', (speaksFor ? FOR_WORD : AGAINST)[where], where);
      }
    }
  }

  #nearestTerm(
    block: number,
    reading: BlockReading,
    candidate: Candidate,
    term: number,
  ): Where | undefined {
    if (!this.#terms.has(term)) return undefined;
    const spans = reading.candidates.filter(
      ({ alias }) => this.#term(alias) === term && !this.#rule(alias).weak,
    );
    return closeness(spans, candidate) ?? this.#nearest(this.#terms, term, block);
  }

  /** How near another weak name stands that could mean a term: `o1` and `R1` together are hardly roads. */
  #besideMaybe(reading: BlockReading, candidate: Candidate, term: number): Where | undefined {
    const spans = reading.candidates.filter(
      ({ alias, rival }) => !rival && this.#term(alias) === term && this.#rule(alias).weak,
    );
    return closeness(spans, candidate);
  }

  /** How near the nearest other block stands that holds something. */
  #nearest(places: Places, key: number, block: number): Where | undefined {
    let best: Where | undefined;
    for (const place of places.get(key) ?? []) {
      if (place === block) continue;
      if (place === -1 || Math.abs(place - block) <= NEAR_BLOCKS) return 'near';
      best = 'page';
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
function closeness(spans: readonly Span[], { start, end }: Candidate): Where | undefined {
  let nearest = Number.POSITIVE_INFINITY;
  for (const span of spans) {
    if (span.start < end && start < span.end) continue;
    nearest = Math.min(nearest, Math.max(span.start - end, start - span.end));
  }
  if (nearest <= BESIDE) return 'beside';
  if (nearest <= SAME_BLOCK) return 'block';
  return nearest < Number.POSITIVE_INFINITY ? 'near' : undefined;
}

/** The sum of the reasons, in which what stands farther away counts only so much however much there is. */
function total(reasons: readonly Reason[]): number {
  const sums = { near: 0, page: 0, pageAgainst: 0 };
  let score = 0;
  for (const { weight, where } of reasons) {
    if (where === 'near' && weight > 0) sums.near += weight;
    else if (where === 'page' && weight < 0) sums.pageAgainst += weight;
    else if (where === 'page') sums.page = Math.max(sums.page, weight);
    else score += weight;
  }
  return (
    score +
    Math.min(sums.near, NEAR_LIMIT) +
    sums.page +
    Math.max(sums.pageAgainst, -PAGE_AGAINST_LIMIT)
  );
}

function notePlace(places: Places, key: number, block: number): void {
  const blocks = places.get(key);
  if (!blocks) places.set(key, [block]);
  else if (blocks.at(-1) !== block) blocks.push(block);
}
