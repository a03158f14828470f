import { LANGUAGES, type Language } from '../../src/glossary/language.ts';
import type { Alias, Pack } from '../../src/glossary/pack-schema.ts';
import { checkPack, PackError, type PackProblem } from '../../src/glossary/parse-pack.ts';
import { toTraditional, traditionalVariants } from './traditional-chinese.ts';

/** One file of a pack that is kept as a folder. */
export interface SourceFile {
  /** As errors shall name it: `data/deepseek-r1-report/terms/sora.json`. */
  name: string;
  /** Inside the pack's folder: `terms/sora.json`. */
  path: string;
  text: string;
}

/** Where a part of the assembled pack was written. */
interface Origin {
  file: string;
  /** The path in the file, in front of what follows in the assembled pack: `[3]`, or empty. */
  path: string;
  /** For a term: the place in its file of each alias of the assembled pack. */
  aliases?: number[];
}

type Json = Record<string, unknown>;

/** The languages that are written by hand; Traditional Chinese may be derived. */
const WRITTEN: readonly Language[] = ['en', 'zh-Hans'];

const HAN = /\p{Script=Han}/u;

/**
 * Makes one pack of the files of its folder: `pack.json` (its head), `evidence.json`, `measures.json`,
 * `events.json`, a file for each term under `terms/` and the facts by their first term under `facts/`.
 * Adds the Traditional Chinese that nobody wrote by hand, of texts as of aliases and evidence.
 *
 * @throws {PackError} naming, for everything wrong, the file it is written in, the path in that file and
 * the reason.
 */
export function assemblePack(folder: string, files: readonly SourceFile[]): Pack {
  const assembly = new Assembly(folder);
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const file of sorted) assembly.add(file);
  return assembly.finish();
}

class Assembly {
  readonly #folder: string;
  readonly #pack: Json = {};
  readonly #terms: unknown[] = [];
  readonly #facts: unknown[] = [];
  /** By the path in the assembled pack: `terms[3]`, `measures`. */
  readonly #origins = new Map<string, Origin>();
  readonly #problems: PackProblem[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  add({ name, path, text }: SourceFile): void {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      this.#report(name, '', `is not JSON: ${(error as Error).message}`);
      return;
    }
    const [, kind, id = ''] = /^(?:(terms|facts)\/)?([^/]+)\.json$/.exec(path) ?? [];
    if (kind === 'terms') this.#addTerm(name, id, value);
    else if (kind === 'facts') this.#addFacts(name, id, value);
    else if (id === 'pack') this.#addHead(name, value);
    else if (['evidence', 'measures', 'events'].includes(id)) {
      this.#origins.set(id, { file: name, path: '' });
      this.#pack[id] = value;
    } else this.#report(name, '', 'has no place in a pack');
    this.#reportMissingLanguages(name, value);
  }

  finish(): Pack {
    const written = { ...this.#pack, terms: this.#terms, facts: this.#facts };
    this.#check(() => checkPack(written, this.#folder));
    const pack = withTraditionalTexts(written) as Pack;
    pack.evidence &&= Object.fromEntries(
      Object.entries(pack.evidence).map(([set, words]) => [set, withVariants(words)]),
    );
    pack.terms = pack.terms.map((term, index) => {
      const derived = withDerivedAliases(term.aliases);
      const origin = this.#origins.get(`terms[${index}]`);
      if (origin) origin.aliases = derived.map(({ writtenAt }) => writtenAt);
      return { ...term, aliases: derived.map(({ alias }) => alias) };
    });
    return this.#check(() => checkPack(pack, this.#folder));
  }

  #addHead(name: string, value: unknown): void {
    this.#origins.set('', { file: name, path: '' });
    if (isObject(value)) Object.assign(this.#pack, value);
    else this.#report(name, '', 'is not an object');
  }

  #addTerm(name: string, id: string, value: unknown): void {
    this.#origins.set(`terms[${this.#terms.length}]`, { file: name, path: '' });
    this.#terms.push(isObject(value) ? { id, ...value } : value);
    if (isObject(value) && Object.hasOwn(value, 'id')) {
      this.#report(name, 'id', 'is not needed: the name of the file is the id');
    }
  }

  #addFacts(name: string, id: string, value: unknown): void {
    if (!Array.isArray(value)) {
      this.#report(name, '', 'is not a list of facts');
      return;
    }
    for (const [index, fact] of value.entries()) {
      const path = `[${index}]`;
      this.#origins.set(`facts[${this.#facts.length}]`, { file: name, path });
      this.#facts.push(fact);
      if (!isObject(fact)) continue;
      if (Array.isArray(fact.terms) && fact.terms[0] !== id) {
        const reason = `is "${fact.terms[0]}": the file holds facts whose first term is "${id}"`;
        this.#report(name, `${path}.terms[0]`, reason);
      }
      if (fact.passage === undefined) {
        this.#report(name, `${path}.passage`, 'is missing: every fact names its passage');
      }
    }
  }

  /** A text of the pack is written in English and Simplified Chinese at least. */
  #reportMissingLanguages(file: string, value: unknown, path = ''): void {
    if (isLocalText(value)) {
      for (const language of WRITTEN) {
        if (value[language] === undefined) this.#report(file, path, `has no "${language}"`);
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) {
        const step = Array.isArray(value) ? `[${key}]` : path === '' ? key : `.${key}`;
        this.#reportMissingLanguages(file, part, path + step);
      }
    }
  }

  #report(file: string, path: string, reason: string): void {
    this.#problems.push({ file, path, reason });
  }

  /** Runs a check and throws what it and the reading of the files found, each at its own file. */
  #check(check: () => Pack): Pack {
    try {
      const pack = check();
      if (this.#problems.length === 0) return pack;
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      this.#problems.push(...error.problems.map((problem) => this.#writtenAt(problem)));
    }
    throw new PackError(this.#folder, this.#problems);
  }

  #writtenAt({ path, reason }: PackProblem): PackProblem {
    const [, item = '', section = '', rest = ''] = /^((\w+)(?:\[\d+\])?)(.*)$/.exec(path) ?? [];
    const own = this.#origins.get(item);
    if (own && item !== section) {
      const inFile = rest.replace(
        /^\.aliases\[(\d+)\]/,
        (_, index) => `.aliases[${own.aliases?.[Number(index)] ?? index}]`,
      );
      return { file: own.file, path: (own.path + inFile).replace(/^\./, ''), reason };
    }
    const list = this.#origins.get(section);
    if (list)
      return { file: list.file, path: path.slice(section.length).replace(/^\./, ''), reason };
    return { file: this.#origins.get('')?.file ?? this.#folder, path, reason };
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value of the pack is a text in languages: the only objects whose keys are languages. */
function isLocalText(value: unknown): value is Partial<Record<Language, string>> {
  const languages: readonly string[] = LANGUAGES;
  return (
    isObject(value) &&
    Object.keys(value).length > 0 &&
    Object.keys(value).every((key) => languages.includes(key))
  );
}

function withTraditionalTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTraditionalTexts);
  if (isLocalText(value)) {
    const simplified = value['zh-Hans'];
    if (simplified === undefined || value['zh-Hant'] !== undefined) return value;
    return { ...value, 'zh-Hant': toTraditional(simplified) };
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, withTraditionalTexts(part)]),
  );
}

function withDerivedAliases(aliases: readonly Alias[]): { alias: Alias; writtenAt: number }[] {
  const written = aliases.map((alias, writtenAt) => ({
    alias: withDerivedEvidence(alias),
    writtenAt,
  }));
  const seen = new Set(aliases.map(({ text }) => text));
  const derived = written.flatMap(({ alias, writtenAt }) =>
    variantsOf(alias.text)
      .filter((text) => !seen.has(text) && seen.add(text))
      .map((text) => ({ alias: { ...alias, text }, writtenAt })),
  );
  return [...written, ...derived];
}

function withDerivedEvidence(alias: Alias): Alias {
  const derived = { ...alias };
  for (const side of ['for', 'against'] as const) {
    const evidence = alias[side];
    if (evidence?.words) derived[side] = { ...evidence, words: withVariants(evidence.words) };
  }
  for (const side of ['notBefore', 'notAfter'] as const) {
    const words = alias[side];
    if (words) derived[side] = withVariants(words);
  }
  return derived;
}

function withVariants(words: readonly string[]): string[] {
  return [...new Set(words.flatMap((word) => [word, ...variantsOf(word)]))];
}

function variantsOf(word: string): string[] {
  return HAN.test(word) ? traditionalVariants(word) : [];
}
