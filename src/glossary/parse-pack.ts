import * as v from 'valibot';
import { BUILT_IN_PACK_ID } from './built-in-pack-id.ts';
import { LANGUAGES } from './language.ts';
import { PACK_LIMITS } from './limits.ts';
import { OWN_PACK_ID } from './own-pack-id.ts';
import { type Pack, PackSchema } from './pack-schema.ts';
import { shapeProblems } from './shape-problems.ts';

/** One thing wrong with a pack: where it stands, in the file's own words, and what it is. */
export interface PackProblem {
  /** Where it differs from the error's file: a pack can be written in several. */
  file?: string;
  /** Path in the JSON: `terms[3].aliases[0].text`; empty for the file as a whole. */
  path: string;
  reason: string;
}

/** A pack was refused. Nothing of it may be used. */
export class PackError extends Error {
  override readonly name = 'PackError';

  constructor(
    readonly file: string,
    readonly problems: readonly PackProblem[],
  ) {
    const told = problems
      .slice(0, PACK_LIMITS.problemsTold)
      .map(({ file: own = file, path, reason }) => [own, path, reason].filter(Boolean).join(': '));
    const more = problems.length - told.length;
    super([...told, ...(more > 0 ? [`${file}: and ${more} more mistakes`] : [])].join('\n'));
  }
}

/**
 * Refuses a file by its size, before it is read.
 *
 * @param bytes Its size, as `File.size` or `stat` give it.
 * @param file Its name, for the error.
 * @throws {PackError} when it is larger than any pack may be.
 */
export function checkFileSize(bytes: number, file: string): void {
  if (bytes > PACK_LIMITS.fileBytes) {
    const reason = `is larger than ${PACK_LIMITS.fileBytes / 1e6} MB`;
    throw new PackError(file, [{ path: '', reason }]);
  }
}

/**
 * Reads a reader's or a stranger's pack from the text of a file.
 *
 * @param json The file's text.
 * @param file Its name, for the error.
 * @throws {PackError} naming file, path and reason of everything wrong; no part of the pack is taken.
 */
export function parsePack(json: string, file: string): Pack {
  checkFileSize(json.length, file); // a text has no more UTF-16 units than bytes
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new PackError(file, [{ path: '', reason: `is not JSON: ${(error as Error).message}` }]);
  }
  const pack = checkReadersPack(value, file);
  if (pack.id === OWN_PACK_ID) {
    // A stranger's file must not pass for the reader's own hand; back-ups are restored in the settings.
    throw new PackError(file, [
      { path: 'id', reason: `"${pack.id}" is kept for the reader's own footnotes` },
    ]);
  }
  return pack;
}

/**
 * Holds a value to what {@link checkPack} does, and lets nothing pass for the pack that comes with the extension.
 *
 * @throws {PackError} as {@link checkPack}.
 */
export function checkReadersPack(value: unknown, file: string): Pack {
  const pack = checkPack(value, file);
  if (pack.id === BUILT_IN_PACK_ID) {
    throw new PackError(file, [
      { path: 'id', reason: `"${pack.id}" is the pack that comes with the extension` },
    ]);
  }
  return pack;
}

/**
 * Holds a value to the pack format and to the rules a schema cannot say: ids are unique, references
 * lead somewhere, no alias is claimed by two terms, the figures of a fact stand in its text.
 *
 * @throws {PackError} naming file, path and reason of everything wrong.
 */
export function checkPack(value: unknown, file: string): Pack {
  const counted = [...tooMany(value)];
  const shape = counted.length > 0 ? counted : shapeProblems(value);
  if (shape.length > 0) throw new PackError(file, shape);
  const result = v.safeParse(PackSchema, value);
  if (!result.success) {
    throw new PackError(
      file,
      result.issues.map((issue) => ({ path: pathOf(issue), reason: reasonOf(issue) })),
    );
  }
  const problems = [
    ...brokenReferences(result.output),
    ...aliasesClaimedTwice(result.output),
    ...figuresNotInText(result.output),
  ];
  if (problems.length > 0) throw new PackError(file, problems);
  return result.output;
}

/** Counts before anything is looked at, so that a million wrong terms cost nothing. */
function* tooMany(value: unknown): Generator<PackProblem> {
  for (const list of ['terms', 'facts', 'measures', 'events'] as const) {
    const entries = (value as Partial<Record<typeof list, unknown>> | null | undefined)?.[list];
    if (Array.isArray(entries) && entries.length > PACK_LIMITS[list]) {
      yield { path: list, reason: `has more than ${PACK_LIMITS[list]} ${list}` };
    }
  }
}

function pathOf(issue: v.BaseIssue<unknown>): string {
  return (issue.path ?? []).reduce<string>((path, { key }) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    return path === '' ? String(key) : `${path}.${String(key)}`;
  }, '');
}

/** The schema's own words where it has some, else Valibot's in plain ones. */
function reasonOf({ message, expected, received }: v.BaseIssue<unknown>): string {
  if (!message.startsWith('Invalid ')) return message;
  if (expected === 'never') return 'is no part of the format';
  if (received === 'undefined') return 'is missing';
  return `is ${shortened(received)}, not ${expected}`;
}

function shortened(text: string): string {
  const enough = 60;
  return text.length > enough ? `${text.slice(0, enough)}…` : text;
}

function* brokenReferences(pack: Pack): Generator<PackProblem> {
  const terms = new Set<string>();
  const facts = new Set<string>();
  for (const [index, { id }] of pack.terms.entries()) {
    if (terms.has(id)) yield { path: `terms[${index}].id`, reason: `"${id}" is used twice` };
    terms.add(id);
  }
  for (const [index, { id }] of pack.facts.entries()) {
    if (facts.has(id)) yield { path: `facts[${index}].id`, reason: `"${id}" is used twice` };
    facts.add(id);
  }

  function* unknownTerms(path: string, ids: readonly string[] = []): Generator<PackProblem> {
    for (const [index, id] of ids.entries()) {
      if (!terms.has(id)) yield { path: `${path}[${index}]`, reason: `there is no term "${id}"` };
    }
  }

  for (const [index, term] of pack.terms.entries()) {
    yield* unknownTerms(`terms[${index}].related`, term.related);
    for (const [number, alias] of term.aliases.entries()) {
      for (const side of ['for', 'against'] as const) {
        const path = `terms[${index}].aliases[${number}].${side}`;
        yield* unknownTerms(`${path}.terms`, alias[side]?.terms);
        for (const kind of ['sets', 'hints'] as const) {
          for (const [at, set] of (alias[side]?.[kind] ?? []).entries()) {
            if (!Object.hasOwn(pack.evidence ?? {}, set)) {
              yield { path: `${path}.${kind}[${at}]`, reason: `there is no evidence set "${set}"` };
            }
          }
        }
      }
    }
  }
  for (const [index, fact] of pack.facts.entries()) {
    yield* unknownTerms(`facts[${index}].terms`, fact.terms);
  }
  for (const [index, event] of (pack.events ?? []).entries()) {
    yield* unknownTerms(`events[${index}].terms`, event.terms);
    if (!facts.has(event.fact)) {
      yield { path: `events[${index}].fact`, reason: `there is no fact "${event.fact}"` };
    }
  }
  for (const [index, measure] of (pack.measures ?? []).entries()) {
    for (const [number, { term, fact }] of measure.values.entries()) {
      const path = `measures[${index}].values[${number}]`;
      if (!terms.has(term)) yield { path: `${path}.term`, reason: `there is no term "${term}"` };
      if (!facts.has(fact)) yield { path: `${path}.fact`, reason: `there is no fact "${fact}"` };
    }
  }
}

/** What a term claims of a spelling: one way of writing it, or any. */
interface Claim {
  term: string;
  exact: string | undefined;
}

function* aliasesClaimedTwice(pack: Pack): Generator<PackProblem> {
  const claims = new Map<string, Claim[]>();
  for (const [index, term] of pack.terms.entries()) {
    for (const [number, alias] of term.aliases.entries()) {
      const spelling = alias.text.toLowerCase();
      const claim: Claim = { term: term.id, exact: alias.exactCase ? alias.text : undefined };
      const earlier = claims.get(spelling) ?? [];
      const rival = earlier.find((other) => areRivals(other, claim));
      if (rival !== undefined) {
        yield {
          path: `terms[${index}].aliases[${number}].text`,
          reason: `"${alias.text}" is claimed by "${rival.term}" already`,
        };
      } else claims.set(spelling, [...earlier, claim]);
    }
  }
}

/** One term may weigh a name otherwise where it is written in one way; two may not claim the same writing. */
function areRivals(one: Claim, other: Claim): boolean {
  if (one.exact === other.exact) return true;
  return one.term !== other.term && (one.exact === undefined || other.exact === undefined);
}

function* figuresNotInText(pack: Pack): Generator<PackProblem> {
  for (const [index, fact] of pack.facts.entries()) {
    for (const [number, figure] of (fact.figures ?? []).entries()) {
      for (const language of LANGUAGES) {
        const written = figure.text[language];
        const text = fact.text[language];
        if (written !== undefined && text !== undefined && !text.includes(written)) {
          yield {
            path: `facts[${index}].figures[${number}].text.${language}`,
            reason: `"${written}" does not stand in the text of the fact`,
          };
        }
      }
    }
  }
}
