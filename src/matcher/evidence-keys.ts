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
  readonly #asWords = new Map<number, number | undefined>();
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

  /** The key of an alias as a word of evidence: that `RL` stands there twice says nothing for either. */
  asWord(alias: number): number | undefined {
    if (!this.#asWords.has(alias)) {
      this.#aliases ??= this.#index.aliases.split('\n');
      const word = placeIn(this.#words(), this.#aliases[alias] ?? '');
      this.#asWords.set(alias, word === undefined ? undefined : this.#ofWord(word));
    }
    return this.#asWords.get(alias);
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
    const number = this.#index.owners[alias * 2 + 1] ?? -1;
    let table = this.#tables.get(number);
    if (!table) {
      table = this.#table(this.ruleOf(alias));
      this.#tables.set(number, table);
    }
    return table;
  }

  #table(rule: AliasRule): Map<number, Weights> {
    const table = new Map<number, Weights>();
    const enter = (sets: readonly number[] | undefined, weights: Weights) => {
      for (const set of sets ?? []) {
        let word = 0;
        for (const step of this.#index.sets[set] ?? []) {
          word += step;
          table.set(this.#ofWord(word), weights);
        }
      }
    };
    enter(rule.for?.hints, FOR_HINT);
    enter(rule.for?.sets, FOR_WORD);
    enter(rule.against?.hints, AGAINST_HINT);
    enter(rule.against?.sets, AGAINST);
    for (const term of rule.for?.terms ?? []) {
      table.set(this.ofTerm(term), FOR_TERM);
      table.set(this.ofMaybe(term), FOR_MAYBE);
    }
    for (const term of rule.against?.terms ?? []) table.set(this.ofTerm(term), AGAINST);
    return table;
  }
}

/** Where an entry stands in a list sorted by code units; a reader's packs may make it long. */
function placeIn(list: readonly string[], entry: string): number | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as string) < entry) low = middle + 1;
    else high = middle;
  }
  return list[low] === entry ? low : undefined;
}
