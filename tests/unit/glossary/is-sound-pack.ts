// biome-ignore-all lint/suspicious/noExplicitAny: reads what has no type yet
/**
 * Whether a pack keeps the promises that other code builds on, told without the schema and written apart
 * from it: a second opinion for the property tests.
 */
export function isSoundPack(pack: any): boolean {
  const terms: string[] = pack.terms.map((term: any) => term.id);
  const facts: string[] = pack.facts.map((fact: any) => fact.id);
  const spellings = pack.terms.flatMap((term: any) => term.aliases.map((alias: any) => alias.text));
  return [
    pack.format === 1,
    terms.length > 0 && terms.length <= 10_000,
    new Set(terms).size === terms.length,
    new Set(facts).size === facts.length,
    new Set(spellings).size === spellings.length,
    stringsOf(pack).every(isSafe),
    [pack.source, ...pack.facts.map((fact: any) => fact.source ?? pack.source)].every(
      ({ link, date }: any) =>
        isDay(date) && (link === undefined || new URL(link).protocol === 'https:'),
    ),
    isDay(pack.asOf),
    pack.terms.every(
      (term: any) =>
        isText(term.name) && (term.related ?? []).every((id: string) => terms.includes(id)),
    ),
    pack.facts.every(
      (fact: any) =>
        isText(fact.text) &&
        fact.terms.length > 0 &&
        fact.terms.every((id: string) => terms.includes(id)) &&
        (fact.date === undefined || isDay(fact.date)),
    ),
    (pack.events ?? []).every(
      (event: any) =>
        facts.includes(event.fact) &&
        isDay(`${event.date}-01-01`.slice(0, 10)) &&
        isText(event.text),
    ),
    (pack.measures ?? []).every((measure: any) =>
      measure.values.every(
        ({ term, fact, value }: any) =>
          terms.includes(term) && facts.includes(fact) && Number.isFinite(value) && value >= 0,
      ),
    ),
  ].every(Boolean);
}

function isText(text: any): boolean {
  const found = Object.entries(text);
  return (
    found.length > 0 &&
    found.every(
      ([language, value]) => ['en', 'zh-Hans', 'zh-Hant'].includes(language) && value !== '',
    )
  );
}

function isDay(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

function isSafe(text: string): boolean {
  return !/[\p{Cc}\p{Zl}\p{Zp}]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(text);
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
}
