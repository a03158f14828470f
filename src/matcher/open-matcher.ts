import type { AliasIndex, AliasRule } from './alias-index.ts';
import { AnchorSearch } from './anchor-search.ts';
import { Decider } from './decide.ts';
import { findTraces, type Trace } from './find-traces.ts';
import { type FoldedText, foldMoving, foldText, sourceSpan } from './fold-text.ts';
import { isInsideToken, isTailOfName } from './inside-token.ts';
import { Lexicon, mayBegin } from './lexicon.ts';
import type {
  BlockReading,
  Candidate,
  DecidedBlock,
  DecideOptions,
  EvidenceFound,
  Matcher,
} from './mention.ts';
import { NameGate } from './name-gate.ts';
import { isContinued, isPartOfName, isPreceded } from './other-things.ts';
import { Places } from './places.ts';
import { goesOnAsName, meaningBeside, rivalBefore } from './rival.ts';
import { isSpelt } from './spelling.ts';
import { type Standing, wordEnd } from './standing.ts';
import { readWordList } from './word-list.ts';

/** How a sentence ends that is no question: those are headings as well. */
const SENTENCE_END = /[.!。！]['"”’」)）]*\s*$/;

/** Opens an index for reading: a fraction of a millisecond for the built-in pack. */
export function openMatcher(index: AliasIndex): Matcher {
  return new IndexMatcher(index);
}

/** The reading of a block without a name to weigh: its evidence is read when one near asks for it. */
class UnweighedReading implements BlockReading {
  readonly isWeighed = false;
  #found: readonly EvidenceFound[] | undefined;

  constructor(
    readonly text: string,
    readonly candidates: readonly Candidate[],
    private readonly evidenceIn: (text: string) => readonly EvidenceFound[],
  ) {}

  get length(): number {
    return this.text.trim().length;
  }

  get evidence(): readonly EvidenceFound[] {
    this.#found ??= this.evidenceIn(this.text);
    return this.#found;
  }
}

class IndexMatcher implements Matcher {
  #opened: Lexicon | undefined;
  #namePlaces: Places | undefined;
  readonly #anchors: AnchorSearch | undefined;
  readonly #gate: NameGate | undefined;
  #words: Lexicon | undefined;
  #wordPlaces: Places | undefined;
  #decider: Decider | undefined;

  constructor(readonly index: AliasIndex) {
    this.#anchors = index.anchors && new AnchorSearch(index.aliases, index.anchors);
    this.#gate = index.gate && new NameGate(index.gate);
  }

  /** Opened where a text may hold a name: with packs of the reader's it is a long list. */
  get #names(): Lexicon {
    this.#opened ??= new Lexicon(this.index.aliases.split('\n'));
    return this.#opened;
  }

  get #evidenceWords(): Lexicon {
    this.#words ??= new Lexicon(readWordList(this.index.words));
    return this.#words;
  }

  get #places(): Places {
    this.#namePlaces ??= new Places(this.#names.entries);
    return this.#namePlaces;
  }

  tracesIn(text: string): Trace[] {
    return findTraces(text, {
      lexicon: () => this.#names,
      spellings: this.index.spellings,
      placesIn: (whole, hasNoIdeographs) =>
        this.#gate?.placesIn(whole) ??
        this.#anchors?.placesIn(whole, hasNoIdeographs) ??
        this.#places.in(whole, true),
    });
  }

  read(text: string): BlockReading | undefined {
    // In the pieces of names capitals count.
    const quick = this.#gate ? undefined : this.#anchors?.placesIn(foldMoving(text).text);
    if (quick?.length === 0) return undefined;
    const folded = foldText(text);
    const places = this.#placesInBlock(folded.text, quick);
    const candidates: Candidate[] = [];
    let taken = 0;
    let after = 0;
    for (const at of places) {
      if (at < after) continue;
      for (const { candidate, end } of this.#candidatesAt(folded, text, at)) {
        // What stands inside a name that is sure is no name of its own.
        if (candidate.end <= taken) continue;
        candidates.push(candidate);
        if (candidate.isSilent || this.#rule(candidate.alias).weak) continue;
        taken = Math.max(taken, candidate.end);
        // Nor is what begins inside one: a long name that overlaps itself would be read at each of its letters.
        if (!candidate.isOthers) after = Math.max(after, end);
      }
    }
    if (candidates.length === 0) return undefined;
    if (!candidates.some(({ alias, isOthers }) => isOthers || this.#rule(alias).weak))
      return new UnweighedReading(text, candidates, this.#evidenceIn);
    const evidence = this.#evidence(folded, text);
    return {
      length: text.trim().length,
      candidates,
      evidence,
      isWeighed: true,
      isSentence: SENTENCE_END.test(text),
    };
  }

  readNameless(text: string): BlockReading {
    return new UnweighedReading(text, [], this.#evidenceIn);
  }

  readTitle(text: string): BlockReading {
    return this.read(text) ?? this.readNameless(text);
  }

  decide(
    blocks: readonly (BlockReading | undefined)[],
    options: DecideOptions = {},
  ): DecidedBlock[] {
    const deciding = this.deciding(blocks, options);
    for (;;) {
      const step = deciding.next();
      if (step.done) return step.value;
    }
  }

  deciding(
    blocks: readonly (BlockReading | undefined)[],
    options: DecideOptions = {},
  ): Generator<void, DecidedBlock[]> {
    this.#decider ??= new Decider(this.index, () => this.#evidenceWords.entries);
    return this.#decider.decide(blocks, options);
  }

  /**
   * Where names may begin in a block, in which every word begins where it seems to.
   *
   * @param text Folded.
   * @param quick What the pieces of names tell.
   */
  #placesInBlock(text: string, quick: number[] | undefined): number[] {
    const places = quick ?? this.#gate?.placesIn(text);
    return places?.filter((at) => mayBegin(text, at)) ?? this.#places.in(text, false);
  }

  #rule(alias: number): AliasRule {
    return this.index.rules[this.index.owners[alias * 2 + 1] ?? -1] ?? {};
  }

  #isModel(alias: number): boolean {
    return this.index.categories[this.index.owners[alias * 2] ?? -1] === 'model';
  }

  /**
   * The longest name at a position, once for each term that claims it. Where it goes on as another thing
   * (`OpenAI o1-mini`), a shorter one may stand there still: `OpenAI`.
   *
   * @returns Each with its end in the folded text.
   */
  #candidatesAt(
    folded: FoldedText,
    source: string,
    at: number,
  ): { candidate: Candidate; end: number }[] {
    const written = folded.offsets ? folded.text : source;
    const found: { alias: number; standing: Standing }[] = [];
    const { entries } = this.#names;
    this.#names.read(folded.text, at, (alias, end) => {
      found.push({
        alias,
        standing: { text: folded.text, written, start: at, end, entry: entries[alias] ?? '' },
      });
    });
    const candidates: { candidate: Candidate; end: number }[] = [];
    if (found.length === 0) return candidates;
    let longest = 0;
    for (const { alias, standing } of found.reverse()) {
      if (standing.end < longest) break;
      const end = wordEnd(standing);
      if (end < 0) continue;
      const rule = this.#rule(alias);
      const spelling = this.index.spellings[alias];
      const span = sourceSpan(folded, source, at, standing.end);
      if (spelling !== undefined && !isSpelt(source.slice(span.start, span.end), spelling))
        continue;
      // RLS is no plural of RL.
      if (spelling !== undefined && end > standing.end && written[standing.end] === 'S') continue;
      const whole = { ...standing, end };
      if (
        isInsideToken(whole, rule.proper === true) ||
        (rule.weak && (isTailOfName(standing) || isPartOfName(whole, rule.proper === true)))
      ) {
        continue;
      }
      const { start, end: sourceEnd } = sourceSpan(folded, source, at, end);
      if (isContinued(whole, rule.notBefore)) {
        // Of a thing of near name, `o1-mini` or `R1 district`, what stands around tells what its page is about.
        const candidate = { start, end: sourceEnd, alias, isOthers: true, isSilent: true };
        candidates.push({ candidate, end });
        continue;
      }
      const isVersion = /\d$/.test(standing.entry);
      const isModel = rule.weak && this.#isModel(alias);
      if (isModel && !/\d/.test(standing.entry) && goesOnAsName(source, sourceEnd)) continue;
      const beside = isModel || isVersion ? rivalBefore : meaningBeside;
      const rival = rule.weak ? beside(source, start, sourceEnd) : undefined;
      if (isPreceded(standing, rule.weak === true, rule.notAfter)) {
        // Another thing's full name tells whose the short ones near it are.
        const candidate = { start, end: sourceEnd, alias, isOthers: true };
        if (rival) candidates.push({ candidate: { ...candidate, rival }, end });
        continue;
      }
      longest = standing.end;
      const candidate = { start, end: sourceEnd, alias, ...(rival && { rival }) };
      candidates.push({ candidate, end });
    }
    return candidates;
  }

  readonly #evidenceIn = (text: string): EvidenceFound[] => this.#evidence(foldText(text), text);

  #evidence(folded: FoldedText, source: string): EvidenceFound[] {
    const words = this.#evidenceWords;
    this.#wordPlaces ??= new Places(words.entries);
    const { text } = folded;
    const evidence: EvidenceFound[] = [];
    for (const at of this.#wordPlaces.in(text, false)) {
      words.read(text, at, (word, end) => {
        const entry = words.entries[word] ?? '';
        const last = wordEnd({ text, end, entry });
        // `run_r1.py`
        if (last < 0 || text[at - 1] === '_') return;
        const span = sourceSpan(folded, source, at, last);
        // Not spread: V8 keeps such an object in four times the room, and a long page has very many.
        evidence.push({ start: span.start, end: span.end, word });
      });
    }
    return evidence;
  }
}
