import type { Term } from '../glossary/pack-schema';
import { foldText } from '../matcher/fold-text';

/** What a term is found by. */
export type NamedTerm = Pick<Term, 'id' | 'name' | 'summary'> & {
  aliases: readonly { text: string }[];
};

/** What a search looks at, made once for many searches. */
export interface SearchableTerm {
  id: string;
  /** Names and aliases in all languages, squashed. */
  names: readonly string[];
  /** Summaries in all languages, folded. */
  summaries: readonly string[];
}

/** How well a name fits what was typed; less is better. */
const FITS = { whole: 0, start: 1, inside: 2, summary: 3 } as const;

/** Typed text shorter than this is not taken for a misspelling: too much would fit. */
const MISSPELT_FROM = 4;

/** Prepares terms for {@link searchTerms}; a term of several packs is found by what any of them calls it. */
export function searchableTerms(terms: readonly NamedTerm[]): SearchableTerm[] {
  const byId = new Map<string, { names: Set<string>; summaries: Set<string> }>();
  for (const { id, name, summary = {}, aliases } of terms) {
    const known = byId.get(id) ?? { names: new Set<string>(), summaries: new Set<string>() };
    byId.set(id, known);
    for (const text of [...Object.values(name), ...aliases.map((alias) => alias.text)]) {
      if (text !== undefined) known.names.add(squash(text));
    }
    for (const text of Object.values(summary)) {
      if (text !== undefined) known.summaries.add(foldText(text).text);
    }
  }
  return [...byId].map(([id, { names, summaries }]) => ({
    id,
    names: [...names],
    summaries: [...summaries],
  }));
}

/**
 * The terms that somebody may mean who types a few letters, in any language and spelling: width, capitals,
 * spaces and hyphens do not matter, and where nothing fits one slip of the finger does not either.
 *
 * @returns Ids, the best first; all in their order for an empty text.
 */
export function searchTerms(terms: readonly SearchableTerm[], typed: string): string[] {
  const text = squash(typed);
  if (text === '') return terms.map(({ id }) => id);
  const phrase = foldText(typed).text.trim();
  const found = ranked(terms, (term) => fitOf(term, text, phrase));
  if (found.length > 0 || text.length < MISSPELT_FROM) return found;
  return ranked(terms, ({ names }) => {
    if (names.some((name) => isOneSlip(name, text))) return FITS.whole;
    return names.some((name) => startsWithin(name, text)) ? FITS.start : undefined;
  });
}

function ranked(
  terms: readonly SearchableTerm[],
  rankOf: (term: SearchableTerm) => number | undefined,
): string[] {
  return terms
    .flatMap((term) => {
      const rank = rankOf(term);
      return rank === undefined ? [] : [{ id: term.id, rank }];
    })
    .sort((one, other) => one.rank - other.rank)
    .map(({ id }) => id);
}

function fitOf(
  { names, summaries }: SearchableTerm,
  text: string,
  phrase: string,
): number | undefined {
  if (names.includes(text)) return FITS.whole;
  if (names.some((name) => name.startsWith(text))) return FITS.start;
  if (names.some((name) => name.includes(text))) return FITS.inside;
  if (summaries.some((summary) => summary.includes(phrase))) return FITS.summary;
  return undefined;
}

/** What spellings have in common that search holds for one: `GPT-4o`, `gpt 4o` and `ＧＰＴ４ｏ`. */
export function squash(text: string): string {
  return foldText(text).text.replace(/[\s\-_.,'’"“”·・/()（）]+/g, '');
}

/** Whether a name starts with the text, but for one letter wrong, missing, too many or swapped. */
function startsWithin(name: string, text: string): boolean {
  return [-1, 0, 1].some((more) => isOneSlip(name.slice(0, text.length + more), text));
}

function isOneSlip(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [a, b] = [one.slice(start), other.slice(start)];
  return (
    a.slice(1) === b.slice(1) ||
    a === b.slice(1) ||
    a.slice(1) === b ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  );
}
