import type { AliasIndex, AliasRule } from './alias-index.ts';
import type {
  BlockReading,
  Candidate,
  DecidedBlock,
  DecideOptions,
  Explanation,
  Mention,
  Reason,
  Rival,
  Span,
} from './mention.ts';
import {
  AGAINST,
  AGAINST_HINT,
  BESIDE,
  FOR_HINT,
  FOR_LIMIT,
  FOR_MAYBE,
  FOR_TERM,
  FOR_WORD,
  NEAR_BLOCKS,
  NEAR_LIMIT,
  OFTEN_NAMED,
  OWNED,
  OWNER_TIMES,
  PAGE_AGAINST_LIMIT,
  PAGE_FOR_LIMIT,
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

/** Stands for the title where blocks are numbered. */
const TITLE = -1;

/** Decides all candidates of a page. */
export function decideMentions(
  index: AliasIndex,
  blocks: readonly (BlockReading | undefined)[],
  options: DecideOptions,
): DecidedBlock[] {
  return new Decision(index, blocks, options).decide();
}

/** A full name in a page. */
interface FullName {
  block: number;
  start: number;
  /** Whose it is, where it is another thing's. */
  owner: string | undefined;
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
  /** By term: where it is named in full, or another thing of its short name, in reading order. */
  readonly #fullNames = new Map<number, FullName[]>();
  /** How often each name of others owns a short name. */
  readonly #owners = new Map<string, number>();

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
    this.#note(TITLE, this.#options.title);
    for (let block = 0; block < this.#blocks.length; block++)
      this.#note(block, this.#blocks[block]);
    const decided: DecidedBlock[] = [];
    for (const [block, reading] of this.#blocks.entries()) {
      if (!reading) continue;
      const { mentions, rejected } = this.#mentions(block, reading);
      if (mentions.length + rejected.length === 0) continue;
      decided.push({ block, mentions, ...(this.#options.why && { rejected }) });
    }
    return decided;
  }

  #note(block: number, reading: BlockReading | undefined): void {
    if (!reading) return;
    for (const candidate of reading.candidates) {
      const term = this.#term(candidate.alias);
      const weak = this.#rule(candidate.alias).weak;
      if (!weak) note(this.#terms, term, block);
      const rival = weak ? this.#rivalOf(reading, candidate) : undefined;
      if (weak && (!rival || rival.inHeading)) continue;
      const owner = rival?.text.toLowerCase();
      if (owner) this.#owners.set(owner, (this.#owners.get(owner) ?? 0) + 1);
      const names = this.#fullNames.get(term) ?? [];
      names.push({ block, start: candidate.start, owner });
      this.#fullNames.set(term, names);
    }
    for (const { word } of reading.evidence) note(this.#wordPlaces, word, block);
  }

  #mentions(block: number, reading: BlockReading): { mentions: Mention[]; rejected: Mention[] } {
    const mentions: Mention[] = [];
    const rejected: Mention[] = [];
    let end = 0;
    for (const candidate of reading.candidates) {
      if (candidate.start < end) continue;
      const why = this.#judge(block, reading, candidate);
      const mention: Mention = {
        start: candidate.start,
        end: candidate.end,
        term: this.#index.terms[this.#term(candidate.alias)] ?? '',
        ...(this.#options.why && { why }),
      };
      if (why.score >= why.threshold) {
        mentions.push(mention);
        end = candidate.end;
      } else if (this.#options.why) rejected.push(mention);
    }
    return { mentions, rejected };
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
    const scale = new Scale();
    const own = this.#term(alias);
    const name = (term: number) => this.#index.terms[term] ?? '';
    const ownPlace = this.#nearestTerm(block, reading, candidate, own);
    if (ownPlace) {
      const isOften = (this.#terms.get(own)?.length ?? 0) >= OFTEN_NAMED;
      scale.add(name(own), isOften ? SAME_TERM_OFTEN : SAME_TERM, ownPlace);
    }
    const rival = this.#rivalOf(reading, candidate);
    if (rival) scale.add(rival.text, rival.inHeading ? RIVAL_IN_HEADING : RIVAL, 'beside');
    const owner = rival ? undefined : this.#ownerOf(own, block, candidate);
    if (owner) scale.add(owner, OWNED, 'near');
    for (const term of rule.for?.terms ?? []) {
      const named = this.#nearestTerm(block, reading, candidate, term);
      const maybe = this.#nearestMaybe(reading, candidate, term);
      if (maybe && !(named && FOR_TERM[named] > FOR_MAYBE[maybe])) {
        scale.add(name(term), FOR_MAYBE, maybe);
      } else if (named) scale.add(name(term), FOR_TERM, named);
    }
    for (const term of rule.against?.terms ?? []) {
      const named = this.#nearestTerm(block, reading, candidate, term);
      if (named) scale.add(name(term), AGAINST, named);
    }
    const weigh = (sets: readonly number[] | undefined, weights: Weights) => {
      for (const word of this.#wordsOf(sets)) {
        const where = this.#nearestWord(block, reading, candidate, word);
        if (where) scale.add(this.#words[word] ?? '', weights, where);
      }
    };
    weigh(rule.for?.sets, FOR_WORD);
    weigh(rule.for?.hints, FOR_HINT);
    weigh(rule.against?.sets, AGAINST);
    weigh(rule.against?.hints, AGAINST_HINT);
    const { score, reasons } = scale;
    return { alias: text, strength: 'weak', score, threshold: THRESHOLD, reasons };
  }

  /** The words of some sets that the page holds, each once. */
  #wordsOf(sets: readonly number[] = []): Set<number> {
    const words = new Set<number>();
    for (const set of sets) {
      for (const word of this.#index.sets[set] ?? []) {
        if (this.#wordPlaces.has(word)) words.add(word);
      }
    }
    return words;
  }

  /** The name right before that owns a candidate, unless it is kin to it: `OpenAI` before `o1`. */
  #rivalOf(reading: BlockReading, { alias, rival }: Candidate): Rival | undefined {
    if (!rival) return undefined;
    const kin = [this.#term(alias), ...(this.#rule(alias).for?.terms ?? [])];
    const isKin = reading.candidates.some(
      ({ start, end, alias: other }) =>
        start < rival.end && rival.start < end && kin.includes(this.#term(other)),
    );
    return isKin ? undefined : rival;
  }

  /**
   * Whose a short name is by what was last named in full: after "the Rabbit R1" a bare "R1" is the
   * rabbit's, until DeepSeek R1 is named.
   */
  #ownerOf(term: number, block: number, { start }: Candidate): string | undefined {
    let last: FullName | undefined;
    for (const name of this.#fullNames.get(term) ?? []) {
      if (name.block > block || (name.block === block && name.start >= start)) break;
      if (name.owner === undefined || (this.#owners.get(name.owner) ?? 0) >= OWNER_TIMES)
        last = name;
    }
    return last?.owner;
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
    return closeness(spans, candidate) ?? nearest(this.#terms.get(term), block, reading);
  }

  /** How near another weak name stands that could mean a term: `o1` and `R1` together are hardly roads. */
  #nearestMaybe(reading: BlockReading, candidate: Candidate, term: number): Where | undefined {
    const spans = reading.candidates.filter(
      ({ alias, rival }) => !rival && this.#term(alias) === term && this.#rule(alias).weak,
    );
    return closeness(spans, candidate);
  }

  #nearestWord(
    block: number,
    reading: BlockReading,
    candidate: Candidate,
    word: number,
  ): Where | undefined {
    const spans = reading.evidence.filter((found) => found.word === word);
    return closeness(spans, candidate) ?? nearest(this.#wordPlaces.get(word), block, reading);
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

/** How near the nearest other block stands that holds something. */
function nearest(
  places: readonly number[] | undefined,
  block: number,
  { length }: BlockReading,
): Where | undefined {
  let best: Where | undefined;
  for (const place of places ?? []) {
    const distance = Math.abs(place - block);
    if (distance === 0) continue;
    if (distance === 1 && place >= 0 && length <= SHORT_BLOCK) return 'block';
    if (place === TITLE || distance <= NEAR_BLOCKS) best = 'near';
    else best ??= 'page';
  }
  return best;
}

/** Weighs the reasons for and against one candidate. */
class Scale {
  readonly reasons: Reason[] = [];
  #score = 0;
  #close = 0;
  /** What stands farther away counts only so much however much of it there is. */
  readonly #far = { nearFor: 0, pageFor: 0, nearAgainst: 0, pageAgainst: 0 };
  #isNamedBeside = false;

  add(text: string, weights: Weights, where: Where): void {
    const weight = weights[where];
    if (weight === 0) return;
    this.reasons.push({ text, weight, where });
    if (weights === FOR_TERM && where === 'beside') this.#isNamedBeside = true;
    const far = this.#far;
    if (weights === SAME_TERM || weights === SAME_TERM_OFTEN) this.#score += weight;
    else if (weight > 0 && (where === 'beside' || where === 'block')) this.#close += weight;
    else if (where === 'beside' || where === 'block') this.#score += weight;
    else if (where === 'near') far[weight > 0 ? 'nearFor' : 'nearAgainst'] += weight;
    else far[weight > 0 ? 'pageFor' : 'pageAgainst'] += weight;
  }

  get score(): number {
    const far = this.#far;
    const against =
      Math.max(far.nearAgainst, -NEAR_LIMIT) + Math.max(far.pageAgainst, -PAGE_AGAINST_LIMIT);
    return (
      this.#score +
      Math.min(
        this.#close + Math.min(far.nearFor, NEAR_LIMIT) + Math.min(far.pageFor, PAGE_FOR_LIMIT),
        FOR_LIMIT,
      ) +
      // With a name of its kin beside it, what stands elsewhere speaks less against it.
      (this.#isNamedBeside ? against / 2 : against)
    );
  }
}

function note(places: Places, key: number, block: number): void {
  const blocks = places.get(key);
  if (!blocks) places.set(key, [block]);
  else if (blocks.at(-1) !== block) blocks.push(block);
}
