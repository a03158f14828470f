import type { Alias, Category, Evidence, Pack } from '../glossary/pack-schema.ts';
import type { AliasIndex, AliasRule, RuleEvidence } from './alias-index.ts';
import { foldText } from './fold-text.ts';
import { writeWordList } from './word-list.ts';

/** Between Chinese and Latin a space may stand or not: 生成式AI, 生成式 AI. */
const SCRIPT_CHANGE = /(?<=\p{Script=Han})(?=[a-z0-9])|(?<=[a-z0-9])(?=\p{Script=Han})/gu;

/** A name or word as the index holds it: folded, every separator one space. */
export function foldEntry(text: string): string {
  const small = text.toLowerCase();
  return PLAIN.test(small) ? small : foldSpecial(text);
}

/** Most names and words need nothing but small letters; in packs there are tens of thousands. */
const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

function foldSpecial(text: string): string {
  return foldText(text)
    .text.replace(SCRIPT_CHANGE, ' ')
    .replace(/[\s\u2013-]+/g, ' ')
    .trim();
}

/**
 * Makes one index of the aliases of all packs. Runs at build time for the built-in pack and in the
 * background for the reader's; packs are expected to have been checked. Of packs that claim the same alias
 * the first wins.
 */
export function buildIndex(packs: readonly Pack[]): AliasIndex {
  const builder = new IndexBuilder(packs);
  for (const pack of packs) builder.add(pack);
  return builder.finish();
}

interface Entry {
  text: string;
  term: number;
  rule: number;
  spelling: string | undefined;
}

const CAPITAL = /\p{Lu}/u;

/** Entries by their text and, where it is the same, as they came. */
function inOrder(entries: readonly Entry[]): Entry[] {
  const byText = new Map<string, Entry[]>();
  for (const entry of entries) {
    const same = byText.get(entry.text);
    if (same) same.push(entry);
    else byText.set(entry.text, [entry]);
  }
  // Without a function to ask, the engine sorts by code units itself, several times as fast.
  return [...byText.keys()].sort().flatMap((text) => byText.get(text) ?? []);
}

class IndexBuilder {
  readonly #terms: string[] = [];
  readonly #categories = new Map<string, Category>();
  readonly #termNumbers = new Map<string, number>();
  readonly #entries: Entry[] = [];
  readonly #rules = new Interned<AliasRule>();
  /** The rules of sure names that nothing limits, which most of a large pack's are: written large or not. */
  readonly #strongRules = new Map<boolean, number>();
  readonly #sets = new Interned<number[]>();
  readonly #setNumbers = new Map<readonly string[], number>();
  readonly #words: string[];
  readonly #wordNumbers: ReadonlyMap<string, number>;

  constructor(packs: readonly Pack[]) {
    const words = new Set<string>();
    for (const pack of packs) {
      for (const set of Object.values(pack.evidence ?? {})) addFolded(words, set);
      for (const { aliases } of pack.terms) {
        for (const alias of aliases) {
          if (alias.strength === 'strong') continue;
          addFolded(words, alias.for?.words);
          addFolded(words, alias.against?.words);
        }
      }
    }
    this.#words = [...words].sort();
    this.#wordNumbers = new Map(this.#words.map((word, number) => [word, number]));
  }

  add(pack: Pack): void {
    for (const term of pack.terms) {
      if (!this.#categories.has(term.id)) this.#categories.set(term.id, term.category);
      for (const alias of term.aliases) {
        const text = foldEntry(alias.text);
        if (text === '') continue;
        this.#entries.push({
          text,
          term: this.#termNumber(term.id),
          rule: this.#ruleNumber(alias, pack),
          spelling: alias.exactCase ? alias.text : undefined,
        });
      }
    }
  }

  finish(): AliasIndex {
    const entries = inOrder(this.#entries);
    const spellings: Record<number, string> = {};
    const owners: number[] = [];
    for (const [number, { term, rule, spelling }] of entries.entries()) {
      owners.push(term, rule);
      if (spelling !== undefined) spellings[number] = spelling;
    }
    return {
      terms: this.#terms,
      categories: this.#terms.map((id) => this.#categories.get(id) ?? null),
      aliases: entries.map(({ text }) => text).join('\n'),
      owners,
      spellings,
      rules: this.#rules.values,
      sets: this.#sets.values.map(asSteps),
      words: writeWordList(this.#words),
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
    const listOf = (name: string) => pack.evidence?.[name] ?? [];
    const lists = (evidence?.sets ?? []).map(listOf);
    if (evidence?.words) lists.push(evidence.words);
    const sets = lists.map((list) => this.#setNumber(list));
    const hints = (evidence?.hints ?? []).map((name) => this.#setNumber(listOf(name)));
    const terms = (evidence?.terms ?? []).map((id) => this.#termNumber(id));
    if (sets.length + hints.length + terms.length === 0) return undefined;
    return {
      ...(sets.length > 0 && { sets }),
      ...(hints.length > 0 && { hints }),
      ...(terms.length > 0 && { terms }),
    };
  }

  #setNumber(list: readonly string[]): number {
    let number = this.#setNumbers.get(list);
    if (number === undefined) {
      const words = list.map((word) => this.#wordNumbers.get(foldEntry(word)) ?? -1);
      const known = [...new Set(words)].filter((word) => word >= 0);
      number = this.#sets.numberOf(known.sort(byValue));
      this.#setNumbers.set(list, number);
    }
    return number;
  }

  #termNumber(id: string): number {
    let number = this.#termNumbers.get(id);
    if (number === undefined) {
      number = this.#terms.push(id) - 1;
      this.#termNumbers.set(id, number);
    }
    return number;
  }
}

/** Values kept once, however often they are asked for. */
class Interned<T> {
  readonly values: T[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(value: T): number {
    const key = JSON.stringify(value);
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.values.push(value) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }
}

function addFolded(words: Set<string>, list: readonly string[] = []): void {
  for (const word of list) {
    const folded = foldEntry(word);
    if (folded !== '') words.add(folded);
  }
}

/** Sorted numbers as the first and the steps between them: half as many bytes in the script that ships them. */
const asSteps = (numbers: readonly number[]): number[] =>
  numbers.map((number, at) => number - (numbers[at - 1] ?? 0));

const byValue = (a: number, b: number): number => a - b;

const foldedWords = (words: readonly string[]): string[] => [
  ...new Set(words.map(foldEntry).filter((word) => word !== '')),
];
