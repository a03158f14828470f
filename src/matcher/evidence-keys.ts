import type { AliasIndex, AliasRule } from './alias-index.ts';
import type { BlockReading, Span } from './mention.ts';
import {
  AGAINST,
  AGAINST_HINT,
  FOR_HINT,
  FOR_MAYBE,
  FOR_TERM,
  FOR_WORD,
  type Weights,
} from './weights.ts';

/** A piece of evidence that stands in a block. */
export interface Sighting extends Span {
  key: number;
}

/**
 * One number for each piece of evidence: a term named surely, a term perhaps named, a word. What speaks for
 * or against an alias is then one table of weights, and weighing is looking up what stands around.
 */
export class EvidenceKeys {
  readonly #index: AliasIndex;
  readonly #words: () => readonly string[];
  #aliases: readonly string[] | undefined;
  readonly #tables = new Map<number, ReadonlyMap<number, Weights>>();
  readonly #sightings = new WeakMap<BlockReading, readonly Sighting[]>();

  /** @param words Gives the words of the index in their order; asked for at need. */
  constructor(index: AliasIndex, words: () => readonly string[]) {
    this.#index = index;
    this.#words = words;
  }

  ruleOf(alias: number): AliasRule {
    return this.#index.rules[this.#index.owners[alias * 2 + 1] ?? -1] ?? {};
  }

  termOf(alias: number): number {
    return this.#index.owners[alias * 2] ?? -1;
  }

  /** The key of a term that is named surely. */
  ofTerm(term: number): number {
    return term * 2;
  }

  /** The key of a term that is perhaps named. */
  ofMaybe(term: number): number {
    return term * 2 + 1;
  }

  #ofWord(word: number): number {
    return this.#index.terms.length * 2 + word;
  }

  nameOf(key: number): string {
    const word = key - this.#index.terms.length * 2;
    return (word < 0 ? this.#index.terms[key >> 1] : this.#words()[word]) ?? '';
  }

  kindOf(key: number): 'term' | 'word' {
    return key < this.#index.terms.length * 2 ? 'term' : 'word';
  }

  /** What a block holds, by where it starts; each reading is looked at once. */
  sightingsIn(reading: BlockReading): readonly Sighting[] {
    let sightings = this.#sightings.get(reading);
    if (!sightings) {
      sightings = [...this.namesIn(reading), ...this.#wordsIn(reading)].sort(
        (a, b) => a.start - b.start,
      );
      this.#sightings.set(reading, sightings);
    }
    return sightings;
  }

  /** The names in a block that may speak for others. */
  *namesIn({ candidates }: BlockReading): Generator<Sighting> {
    for (const { start, end, alias, rival, isSilent } of candidates) {
      if (isSilent) continue;
      const term = this.termOf(alias);
      if (!this.ruleOf(alias).weak) yield { key: this.ofTerm(term), start, end };
      else if (!rival) yield { key: this.ofMaybe(term), start, end };
    }
  }

  *#wordsIn({ evidence }: BlockReading): Generator<Sighting> {
    for (const { word, start, end } of evidence) yield { key: this.#ofWord(word), start, end };
  }

  /** What speaks for and against an alias, but for its own term. Where it speaks both ways, against. */
  weightsFor(alias: number): ReadonlyMap<number, Weights> {
    const term = this.termOf(alias);
    const number = (this.#index.owners[alias * 2 + 1] ?? -1) * this.#index.terms.length + term;
    let table = this.#tables.get(number);
    if (!table) {
      table = this.#table(this.ruleOf(alias), term);
      this.#tables.set(number, table);
    }
    return table;
  }

  #table(rule: AliasRule, term: number): Map<number, Weights> {
    const table = new Map<number, Weights>();
    const enter = (sets: readonly number[] | undefined, weights: Weights) => {
      for (const set of sets ?? []) {
        let word = 0;
        for (const step of this.#index.sets[set] ?? []) {
          word += step;
          if (!this.#isNameOf(term, word)) table.set(this.#ofWord(word), weights);
        }
      }
    };
    enter(rule.for?.hints, FOR_HINT);
    enter(rule.for?.sets, FOR_WORD);
    enter(rule.against?.hints, AGAINST_HINT);
    enter(rule.against?.sets, AGAINST);
    for (const other of rule.for?.terms ?? []) {
      table.set(this.ofTerm(other), FOR_TERM);
      table.set(this.ofMaybe(other), FOR_MAYBE);
    }
    for (const other of rule.against?.terms ?? []) table.set(this.ofTerm(other), AGAINST);
    return table;
  }

  /** Whether a word of evidence is a weak name of the term itself: that "distil" is near proves no "distilled". */
  #isNameOf(term: number, word: number): boolean {
    this.#aliases ??= this.#index.aliases.split('\n');
    const text = this.#words()[word] ?? '';
    let alias = placeIn(this.#aliases, text);
    for (; this.#aliases[alias] === text; alias++) {
      if (this.termOf(alias) === term && this.ruleOf(alias).weak) return true;
    }
    return false;
  }
}

/** Where an entry stands in a list sorted by code units, or would; a reader's packs may make it long. */
function placeIn(list: readonly string[], entry: string): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as string) < entry) low = middle + 1;
    else high = middle;
  }
  return low;
}
