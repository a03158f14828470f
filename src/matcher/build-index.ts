import type { Alias, Category, Evidence, Pack } from '../glossary/pack-schema.ts';
import type { AliasIndex, AliasRule, RuleEvidence } from './alias-index.ts';
import { foldEntry } from './fold-entry.ts';
import { WordSets } from './word-sets.ts';

/**
 * Makes one index of the aliases of all packs. Runs at build time for the built-in pack and in the
 * background for the reader's; packs are expected to have been checked. Of packs that claim the same alias
 * the first wins.
 */
export function buildIndex(packs: readonly Pack[]): AliasIndex {
  const builder = new IndexBuilder();
  for (const pack of packs) builder.add(pack);
  return builder.finish();
}

const CAPITAL = /\p{Lu}/u;

/** The places of texts in the order of their code units; of the same text, as they came. */
function inOrder(texts: readonly string[]): number[] {
  const first = new Map<string, number>();
  const others = new Map<string, number[]>();
  for (let place = 0; place < texts.length; place++) {
    const text = texts[place] as string;
    if (!first.has(text)) first.set(text, place);
    else if (!others.get(text)?.push(place)) others.set(text, [place]);
  }
  const order: number[] = [];
  // Without a function to ask, the engine sorts by code units itself, several times as fast.
  for (const text of [...first.keys()].sort()) {
    order.push(first.get(text) as number);
    for (const place of others.get(text) ?? []) order.push(place);
  }
  return order;
}

class IndexBuilder {
  readonly #terms: string[] = [];
  readonly #categories: (Category | null)[] = [];
  readonly #termNumbers = new Map<string, number>();
  /** Of each alias: its folded text, its term, its rule and the only spelling that counts. */
  readonly #texts: string[] = [];
  readonly #aliasTerms: number[] = [];
  readonly #aliasRules: number[] = [];
  readonly #spellings: (string | undefined)[] = [];
  readonly #rules = new Rules();
  /** The rules of sure names that nothing limits, which most of a large pack's are: written large or not. */
  readonly #strongRules = new Map<boolean, number>();
  readonly #wordSets = new WordSets();
  readonly #namedSets = new Map<readonly string[], number>();

  add(pack: Pack): void {
    for (const { id, category, aliases } of pack.terms) {
      let term: number | undefined;
      for (const alias of aliases) {
        const text = foldEntry(alias.text);
        if (text === '') continue;
        term ??= this.#termNumber(id);
        this.#categories[term] ??= category;
        this.#texts.push(text);
        this.#aliasTerms.push(term);
        this.#aliasRules.push(this.#ruleNumber(alias, pack));
        this.#spellings.push(alias.exactCase ? alias.text : undefined);
      }
    }
  }

  finish(): AliasIndex {
    const order = inOrder(this.#texts);
    const texts: string[] = [];
    const owners: number[] = [];
    const spellings: Record<number, string> = {};
    for (let number = 0; number < order.length; number++) {
      const place = order[number] as number;
      texts.push(this.#texts[place] as string);
      owners.push(this.#aliasTerms[place] as number, this.#aliasRules[place] as number);
      const spelling = this.#spellings[place];
      if (spelling !== undefined) spellings[number] = spelling;
    }
    return {
      terms: this.#terms,
      categories: this.#categories,
      aliases: texts.join('\n'),
      owners,
      spellings,
      rules: this.#rules.values,
      ...this.#wordSets.finish(),
    };
  }

  #ruleNumber(alias: Alias, pack: Pack): number {
    if (alias.strength === 'weak' || alias.notBefore || alias.notAfter) {
      return this.#rules.numberOf(this.#rule(alias, pack));
    }
    const isProper = CAPITAL.test(alias.text);
    let number = this.#strongRules.get(isProper);
    if (number === undefined) {
      number = this.#rules.numberOf(isProper ? { proper: true } : {});
      this.#strongRules.set(isProper, number);
    }
    return number;
  }

  #rule(alias: Alias, pack: Pack): AliasRule {
    const rule: AliasRule = {};
    if (alias.strength === 'weak') {
      rule.weak = true;
      const speaksFor = this.#evidence(alias.for, pack);
      const speaksAgainst = this.#evidence(alias.against, pack);
      if (speaksFor) rule.for = speaksFor;
      if (speaksAgainst) rule.against = speaksAgainst;
    }
    if (CAPITAL.test(alias.text)) rule.proper = true;
    if (alias.notBefore) rule.notBefore = foldedWords(alias.notBefore);
    if (alias.notAfter) rule.notAfter = foldedWords(alias.notAfter);
    return rule;
  }

  #evidence(evidence: Evidence | undefined, pack: Pack): RuleEvidence | undefined {
    if (!evidence) return undefined;
    const { sets, words, hints, terms } = evidence;
    const found: RuleEvidence = {};
    if (words || sets) {
      const named = sets ? this.#named(sets, pack) : [];
      if (words) named.push(this.#wordSets.numberOf(words));
      found.sets = ascending(named);
    }
    if (hints) found.hints = ascending(this.#named(hints, pack));
    if (terms) found.terms = ascending(terms.map((id) => this.#termNumber(id)));
    return found;
  }

  /** The lists of a pack that are cited by their names, many times each. */
  #named(names: readonly string[], pack: Pack): number[] {
    return names.map((name) => {
      const list = pack.evidence?.[name] ?? [];
      let number = this.#namedSets.get(list);
      if (number === undefined) {
        number = this.#wordSets.numberOf(list);
        this.#namedSets.set(list, number);
      }
      return number;
    });
  }

  #termNumber(id: string): number {
    let number = this.#termNumbers.get(id);
    if (number === undefined) {
      number = this.#terms.push(id) - 1;
      this.#categories.push(null);
      this.#termNumbers.set(id, number);
    }
    return number;
  }
}

/** Rules kept once, however many names share them. */
class Rules {
  readonly values: AliasRule[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(rule: AliasRule): number {
    const key = JSON.stringify(rule);
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.values.push(rule) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }
}

/** Their order says nothing: in one order those of rules that are alike look alike, which makes the index smaller. */
const ascending = (numbers: number[]): number[] => numbers.sort((a, b) => a - b);

const foldedWords = (words: readonly string[]): string[] => [
  ...new Set(words.map(foldEntry).filter((word) => word !== '')),
];
