import type { Language } from '../glossary/language';
import { OWN_PACK_ID } from '../glossary/own-pack-id';
import type {
  Alias,
  Category,
  Fact,
  FactKind,
  LocalText,
  Pack,
  Term,
} from '../glossary/pack-schema';
import { checkPack } from '../glossary/parse-pack';

/** A name that no pack knows yet, as the reader describes it. */
export interface NewTerm {
  name: string;
  category: Category;
  aliases: readonly Pick<Alias, 'text' | 'strength' | 'exactCase' | 'for'>[];
}

/** A clipped passage as the form holds it. Texts are in one language, the page's. */
export interface Footnote {
  language: Language;
  text: string;
  /** A term that some pack has, whole, or a new one. */
  term: Term | NewTerm;
  kind: FactKind;
  attribution?: string;
  /** `date` is the page's own if it gives one, else the day of clipping: `YYYY-MM-DD`. */
  source: { title: string; publisher: string; date: string; link?: string };
}

const TITLE = { en: 'My footnotes', 'zh-Hans': '我的脚注', 'zh-Hant': '我的註腳' };

/**
 * Adds a footnote to the reader's pack.
 *
 * @param pack The pack so far; `undefined` before the first footnote.
 * @param today `YYYY-MM-DD`.
 * @param known The ids of the terms of all packs: a new term takes none of them, or two things would be one.
 * @returns The new pack and the id of the new fact; `pack` itself is not changed.
 * @throws {PackError} when a field breaks the pack format, with its path and the reason.
 */
export function addFootnote(
  pack: Pack | undefined,
  footnote: Footnote,
  today: string,
  known: readonly string[] = [],
): { pack: Pack; fact: string } {
  const next: Pack = pack ? structuredClone(pack) : emptyPack(today);
  const term = termFor(next, footnote, known);
  if (!next.terms.some(({ id }) => id === term.id)) next.terms.push(term);
  const fact = {
    id: freeId(
      `clip-${today}`,
      next.facts.map(({ id }) => id),
    ),
    ...contentOf(footnote),
    terms: [term.id],
  };
  next.facts.push(fact);
  next.asOf = today;
  return { pack: checkPack(next, OWN_PACK_ID), fact: fact.id };
}

/**
 * Puts other content in the place of a footnote's; its id stays.
 *
 * @throws {PackError} when a field breaks the pack format. {@link Error} when there is no such footnote.
 */
export function editFootnote(
  pack: Pack,
  fact: string,
  footnote: Footnote,
  known: readonly string[] = [],
): Pack {
  const next = structuredClone(pack);
  const index = next.facts.findIndex(({ id }) => id === fact);
  if (index < 0) throw new Error(`There is no footnote "${fact}".`);
  const term = termFor(next, footnote, known);
  if (!next.terms.some(({ id }) => id === term.id)) next.terms.push(term);
  next.facts[index] = { id: fact, ...contentOf(footnote), terms: [term.id] };
  return checkPack(withoutBareTerms(next), OWN_PACK_ID);
}

/**
 * Gives a term of the reader's another name, other spellings and another category; its id and its footnotes stay.
 * What is known of a spelling beside its strength stays with it.
 *
 * @throws {PackError} when a part breaks the pack format. {@link Error} when there is no such term.
 */
export function editTerm(pack: Pack, id: string, { name, category, aliases }: NewTerm): Pack {
  const next = structuredClone(pack);
  const term = next.terms.find((known) => known.id === id);
  if (term === undefined) throw new Error(`There is no term "${id}".`);
  const [language = 'en'] = Object.keys(term.name);
  const known = new Map(term.aliases.map((alias) => [alias.text, alias]));
  Object.assign(term, {
    name: { ...term.name, [language]: name },
    category,
    aliases: aliases.map((alias) => {
      const { for: _evidence, ...kept } = known.get(alias.text) ?? {};
      return { ...kept, ...alias };
    }),
  });
  return checkPack(next, OWN_PACK_ID);
}

/**
 * Takes a footnote away, and with the last one of a term the term.
 *
 * @returns The new pack; `undefined` when nothing is left in it.
 */
export function removeFootnote(pack: Pack, fact: string): Pack | undefined {
  const next = withoutBareTerms({
    ...structuredClone(pack),
    facts: pack.facts.filter(({ id }) => id !== fact),
  });
  return next.facts.length > 0 ? next : undefined;
}

function emptyPack(today: string): Pack {
  return {
    format: 1,
    id: OWN_PACK_ID,
    version: '1.0.0',
    title: TITLE,
    source: { publisher: TITLE, title: TITLE, date: today, language: 'und' },
    asOf: today,
    licence: 'unstated',
    terms: [],
    facts: [],
  };
}

/** The term of a footnote as the pack has it, or as it goes in. A pack stands on its own: it carries the
 * names of the terms it speaks of, but not what other packs need to tell their weak aliases apart. */
function termFor(pack: Pack, { term, language }: Footnote, known: readonly string[]): Term {
  if ('id' in term) {
    const known = pack.terms.find(({ id }) => id === term.id);
    if (known) return known;
    const strong = term.aliases.filter(({ strength }) => strength === 'strong');
    const { id, category, name } = term;
    return {
      id,
      category,
      name,
      aliases: (strong.length > 0 ? strong : term.aliases).map(({ text, strength, exactCase }) => ({
        text,
        strength,
        ...(exactCase === undefined ? {} : { exactCase }),
      })),
    };
  }
  return {
    id: freeId(slugOf(term.name) || 'my-term', [...known, ...pack.terms.map(({ id }) => id)]),
    category: term.category,
    name: { [language]: term.name },
    aliases: term.aliases.map((alias) => ({ ...alias })),
  };
}

function contentOf({
  text,
  kind,
  attribution,
  source,
  language,
}: Footnote): Omit<Fact, 'id' | 'terms'> {
  const local = (value: string): LocalText => ({ [language]: value });
  return {
    text: local(text),
    kind,
    ...(attribution ? { attribution: local(attribution) } : {}),
    date: source.date,
    source: {
      publisher: local(source.publisher),
      title: local(source.title),
      date: source.date,
      language: language === 'en' ? 'en' : 'zh',
      ...(source.link ? { link: source.link } : {}),
    },
  };
}

function withoutBareTerms(pack: Pack): Pack {
  const used = new Set(pack.facts.flatMap(({ terms }) => terms));
  return { ...pack, terms: pack.terms.filter(({ id }) => used.has(id)) };
}

/** The Latin letters and digits of a name as an id; empty for a name without any, or with a meaning in code. */
function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return ['constructor', 'prototype'].includes(slug) ? '' : slug;
}

/** `wanted`, or with the first number behind it that is not taken. */
function freeId(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  let number = 2;
  while (taken.includes(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}
