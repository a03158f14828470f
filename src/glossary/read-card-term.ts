import { BUILT_IN_PACK_ID } from './built-in-pack-id';
import type {
  CardFact,
  CardFactSource,
  CardFigure,
  CardMeasure,
  CardSource,
  CardTerm,
} from './card-term';
import { strongestFirst } from './fact-order';
import { inLanguage, LANGUAGES, type Language, type SpokenText } from './language';
import type { Fact, LocalText, Measure, Pack, Source, Term } from './pack-schema';

/**
 * All that a card shows of a term, in the reader's language.
 *
 * Packs that know the same term are merged: their facts stand together (see {@link strongestFirst}), and
 * where packs disagree on a name, a summary, a category or a measured value, the pack that describes the
 * latest day wins; of two of the same day, the earlier in `packs`.
 *
 * @param packs Packs, or the parts of them that concern the term, in the reader's order.
 * @param id The term.
 * @returns `undefined` when no pack knows the term.
 */
export function readCardTerm(
  packs: readonly Pack[],
  id: string,
  language: Language,
): CardTerm | undefined {
  const newestFirst = [...packs].sort((one, other) => compareDates(other.asOf, one.asOf));
  const terms = newestFirst.flatMap((pack) => pack.terms.filter((term) => term.id === id));
  const [newest] = terms;
  if (newest === undefined) return undefined;

  const names = namesOf(newestFirst, language);
  const summary = terms.find((term) => term.summary !== undefined)?.summary;
  const facts = newestFirst
    .flatMap((pack) =>
      pack.facts
        .filter((fact) => fact.terms.includes(id))
        .map((fact) => ({ fact, pack, date: fact.date ?? pack.asOf })),
    )
    .sort(strongestFirst(id));

  const isShared = new Set(facts.map(({ pack }) => pack.id)).size > 1;

  return {
    id,
    category: newest.category,
    name: spoken(newest.name, language),
    ...(summary && { summary: spoken(summary, language) }),
    facts: facts.map(({ fact, pack }) => cardFact(fact, pack, language, isShared)),
    languages: languagesOf(facts[0]?.fact.text ?? summary ?? {}),
    measures: mergeMeasures(newestFirst, id).map((measure) =>
      cardMeasure(measure, names, language),
    ),
    related: relatedTo(terms, names),
    sources: newestFirst
      .filter((pack) => pack.terms.some((term) => term.id === id))
      .map((pack) => cardSource(pack, language)),
  };
}

function compareDates(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** A text of a valid pack, which has at least one language. */
function spoken(text: LocalText, language: Language): SpokenText {
  const found = inLanguage(text, language);
  if (found === undefined) throw new RangeError('a text of a pack has no language');
  return found;
}

function namesOf(newestFirst: readonly Pack[], language: Language): Map<string, SpokenText> {
  const names = new Map<string, SpokenText>();
  for (const { id, name } of newestFirst.flatMap(({ terms }) => terms)) {
    if (!names.has(id)) names.set(id, spoken(name, language));
  }
  return names;
}

/** @param isShared Whether other packs speak of the term as well: then each fact says its source and date. */
function cardFact(fact: Fact, pack: Pack, language: Language, isShared: boolean): CardFact {
  const text = spoken(fact.text, language);
  const date = fact.date ?? pack.asOf;
  const source = fact.source ?? (isShared ? pack.source : undefined);
  return {
    id: fact.id,
    text,
    kind: fact.kind,
    ...(fact.topic && { topic: fact.topic }),
    ...(fact.attribution && { attribution: spoken(fact.attribution, language) }),
    figures: cardFigures(fact, text.language),
    ...((isShared || fact.source || date !== pack.asOf) && { date }),
    ...(fact.passage !== undefined && { passage: fact.passage }),
    ...(fact.caution && {
      caution: {
        text: spoken(fact.caution.text, language),
        source: spoken(fact.caution.source, language),
      },
    }),
    pack: pack.id,
    ...(source && { source: cardFactSource(source, language) }),
  };
}

function languagesOf(text: Partial<LocalText>): Language[] {
  return LANGUAGES.filter((language) => text[language] !== undefined);
}

/** Figures in neutral form that are a year, a month or a day: `2025`, `2025-01`, `2025-01-20`. */
const DATE = /^(?:19|20)\d\d(?:-\d\d){0,2}$/;

function cardFigures({ figures = [] }: Fact, language: Language): CardFigure[] {
  return figures.flatMap(({ value, text: { [language]: text } }) =>
    text === undefined ? [] : [{ text, isDate: DATE.test(value) }],
  );
}

function cardFactSource(source: Source, language: Language): CardFactSource {
  return {
    publisher: spoken(source.publisher, language),
    title: spoken(source.title, language),
    date: source.date,
    ...(source.link !== undefined && { link: source.link }),
  };
}

function cardSource(pack: Pack, language: Language): CardSource {
  return {
    ...cardFactSource(pack.source, language),
    pack: pack.id,
    builtIn: pack.id === BUILT_IN_PACK_ID,
    asOf: pack.asOf,
    licence: pack.licence,
  };
}

/** The measures with a value for the term; packs add values to the same measure in the same unit. */
function mergeMeasures(newestFirst: readonly Pack[], id: string): Measure[] {
  const merged = new Map<string, Measure>();
  for (const measure of newestFirst.flatMap(({ measures = [] }) => measures)) {
    const known = merged.get(measure.id);
    if (known === undefined) merged.set(measure.id, measure);
    else if (known.unit === measure.unit) {
      const missing = measure.values.filter(
        ({ term }) => !known.values.some((value) => value.term === term),
      );
      merged.set(measure.id, { ...known, values: [...known.values, ...missing] });
    }
  }
  return [...merged.values()].filter(({ values }) => values.some(({ term }) => term === id));
}

function cardMeasure(
  { id, title, unit, better, values }: Measure,
  names: ReadonlyMap<string, SpokenText>,
  language: Language,
): CardMeasure {
  return {
    id,
    title: spoken(title, language),
    unit,
    better,
    values: values.flatMap(({ term, value, qualifier, fact, fromCaution = false }) => {
      const name = names.get(term);
      return name === undefined ? [] : [{ term, name, value, qualifier, fact, fromCaution }];
    }),
  };
}

/** The terms that any pack calls related, without those that no given pack describes. */
function relatedTo(
  terms: readonly Term[],
  names: ReadonlyMap<string, SpokenText>,
): CardTerm['related'] {
  const ids = new Set(terms.flatMap(({ related = [] }) => related));
  return [...ids].flatMap((id) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ id, name }];
  });
}
