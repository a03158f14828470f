import type { CardFact, CardTerm } from '../glossary/card-term';
import { inLanguage, type Language, type SpokenText } from '../glossary/language';
import type { Category, Measure, Pack } from '../glossary/pack-schema';
import { CATEGORIES } from '../glossary/pack-schema';
import { readCardTerm } from '../glossary/read-card-term';
import { type SearchableTerm, searchableTerms, squash } from '../ui/term-search';
import { groupBy, partsOfPacks } from './parts-of-packs';

/** A term as lists show it. */
export interface ListedTerm {
  id: string;
  category: Category;
  name: SpokenText;
  summary: SpokenText | undefined;
  /** The packs that know it. */
  packs: readonly string[];
  /** How else it is written, in all languages; what differs in capitals, spaces or hyphens alone is one. */
  otherNames: readonly string[];
  /** How many facts there are of it. */
  facts: number;
}

/** A pack as choices show it. */
export interface ListedPack {
  id: string;
  title: SpokenText;
}

/** Something that happened, with the terms it concerns and the fact that says so. */
export interface ListedEvent {
  id: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  date: string;
  text: SpokenText;
  terms: readonly ListedTerm[];
  /** The fact that says so, with its caution where that speaks of the event. */
  fact: CardFact | undefined;
}

/** Everything the packs know, in one language. */
export interface Library {
  language: Language;
  packs: readonly ListedPack[];
  /** By category, and by name within one. */
  terms: readonly ListedTerm[];
  searchable: readonly SearchableTerm[];
  /** Earliest first. */
  events: readonly ListedEvent[];
  /** Terms that have a measured value, by measure. */
  measures: readonly { id: string; term: string }[];
  /** How many facts there are. */
  facts: number;
  /** All there is to say of a term; `undefined` for an id no pack knows. */
  read(id: string): CardTerm | undefined;
}

/** Puts packs in order for reading. */
export function openLibrary(packs: readonly Pack[], language: Language): Library {
  const terms = listTerms(packs, language);
  const read = reader(packs, language);
  const byId = new Map(terms.map((term) => [term.id, term]));
  const order = new Map(terms.map(({ id }, index) => [id, index]));
  return {
    language,
    packs: packs.map(({ id, title }) => ({ id, title: spoken(title, language) })),
    terms,
    searchable: searchableTerms(packs.flatMap((pack) => pack.terms)).sort(
      (one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0),
    ),
    events: packs
      .flatMap(({ events = [] }) => events)
      .map(({ id, date, text, terms: ids, fact, withoutCaution }) => ({
        id,
        date,
        text: spoken(text, language),
        terms: ids.flatMap((term) => byId.get(term) ?? []),
        fact: factForEvent(
          ids.map((term) => factOf(read(term), fact)).find(Boolean),
          withoutCaution,
        ),
      }))
      .sort((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date))),
    measures: uniqueMeasures(packs),
    facts: new Set(packs.flatMap(({ id, facts }) => facts.map((fact) => `${id} ${fact.id}`))).size,
    read,
  };
}

/** Reads terms, each once: events and figures ask for the same ones over and over. */
function reader(packs: readonly Pack[], language: Language): Library['read'] {
  const partsOf = partsOfPacks(packs);
  const known = new Map<string, CardTerm | undefined>();
  return (id) => {
    if (!known.has(id)) known.set(id, readCardTerm(partsOf(id), id, language));
    return known.get(id);
  };
}

/** A fact of a term by its id. */
export function factOf(term: CardTerm | undefined, id: string): CardFact | undefined {
  return term?.facts.find((fact) => fact.id === id);
}

/** The sources that terms have between them, each once. */
export function sourcesOf(terms: readonly CardTerm[]): CardTerm['sources'] {
  return [
    ...new Map(terms.flatMap(({ sources }) => sources).map((one) => [one.pack, one])).values(),
  ];
}

function factForEvent(fact: CardFact | undefined, withoutCaution = false): CardFact | undefined {
  if (!withoutCaution || fact === undefined) return fact;
  const { caution: _, ...rest } = fact;
  return rest;
}

/** All there is to say of the terms that most is said of, those first; of so many at most. */
export function termsByFacts(library: Library, most: number): CardTerm[] {
  return [...library.terms]
    .sort((one, other) => other.facts - one.facts)
    .slice(0, most)
    .flatMap(({ id }) => library.read(id) ?? []);
}

function listTerms(packs: readonly Pack[], language: Language): ListedTerm[] {
  const listed = new Map<string, ListedTerm>();
  const facts = groupBy(
    packs.flatMap((pack) => pack.facts),
    (fact) => fact.terms,
  );
  for (const pack of packs) {
    for (const { id, category, name, summary, aliases } of pack.terms) {
      const known = listed.get(id);
      listed.set(id, {
        id,
        category: known?.category ?? category,
        name: known?.name ?? spoken(name, language),
        summary: known?.summary ?? (summary && inLanguage(summary, language)),
        packs: [...(known?.packs ?? []), pack.id],
        otherNames: otherThan(known?.name ?? spoken(name, language), [
          ...(known?.otherNames ?? []),
          ...Object.values(name).filter((text) => text !== undefined),
          ...aliases.map((alias) => alias.text),
        ]),
        facts: facts.get(id)?.length ?? 0,
      });
    }
  }
  const { compare } = new Intl.Collator(language, { numeric: true });
  return [...listed.values()].sort(
    (one, other) =>
      CATEGORIES.indexOf(one.category) - CATEGORIES.indexOf(other.category) ||
      compare(one.name.text, other.name.text),
  );
}

function otherThan({ text: name }: SpokenText, spellings: readonly string[]): string[] {
  const others = new Map<string, string>();
  for (const spelling of spellings) {
    const key = squash(spelling);
    if (!others.has(key)) others.set(key, spelling);
  }
  others.delete(squash(name));
  return [...others.values()];
}

function uniqueMeasures(packs: readonly Pack[]): { id: string; term: string }[] {
  const measures = new Map<string, Measure>();
  for (const measure of packs.flatMap((pack) => pack.measures ?? [])) {
    if (!measures.has(measure.id)) measures.set(measure.id, measure);
  }
  return [...measures.values()].flatMap(({ id, values: [first] }) =>
    first === undefined ? [] : [{ id, term: first.term }],
  );
}

function spoken(
  text: Partial<Record<Language, string | undefined>>,
  language: Language,
): SpokenText {
  return inLanguage(text, language) ?? { text: '', language };
}
