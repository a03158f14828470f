import type { Language, SpokenText } from '../glossary/language';
import { inLanguage } from '../glossary/language';
import type { Category, Term } from '../glossary/pack-schema';
import { type NamedTerm, type SearchableTerm, searchableTerms } from '../ui/term-search';
import type { PageMention } from './hear-page';

/** What the popup needs of a pack: what its terms are called. */
export interface NamedTerms {
  terms: readonly (NamedTerm & Pick<Term, 'category'>)[];
}

/** A term of the page, with where it is mentioned. */
export interface MentionedTerm {
  id: string;
  /** As the packs call it; as the page does where none knows it any more. */
  name: SpokenText | undefined;
  category: Category | undefined;
  /** What it is, in a line. */
  summary: SpokenText | undefined;
  /** In reading order; never empty. */
  mentions: readonly PageMention[];
}

/** The terms of a page, the first seen first. */
export function mentionedTerms(
  mentions: readonly PageMention[],
  packs: readonly NamedTerms[],
  language: Language,
): MentionedTerm[] {
  const terms = new Map(
    packs.toReversed().flatMap((pack) => pack.terms.map((term) => [term.id, term])),
  );
  const mentioned = new Map<string, PageMention[]>();
  for (const mention of mentions) {
    mentioned.set(mention.term, [...(mentioned.get(mention.term) ?? []), mention]);
  }
  return [...mentioned].map(([id, own]) => {
    const term = terms.get(id);
    return {
      id,
      name: term && inLanguage(term.name, language),
      category: term?.category,
      summary: term?.summary && inLanguage(term.summary, language),
      mentions: own,
    };
  });
}

/** What a filter looks at: the page's own spellings besides those of the packs. */
export function searchableMentions(
  listed: readonly MentionedTerm[],
  packs: readonly NamedTerms[],
): SearchableTerm[] {
  const ids = new Set(listed.map(({ id }) => id));
  const known = packs.flatMap((pack) => pack.terms.filter(({ id }) => ids.has(id)));
  const spelled = listed.map(({ id, mentions }) => ({ id, name: { en: id }, aliases: mentions }));
  return searchableTerms([...spelled, ...known]);
}
