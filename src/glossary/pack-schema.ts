import * as v from 'valibot';
import { PACK_LIMITS } from './limits.ts';

/**
 * The pack format, version 1: the one definition that validates packs, types the code and makes
 * `data/pack.schema.json`. A pack is data alone: no code, no expressions, no markup, no templates.
 */

/**
 * Text without C0 and C1 controls, line and paragraph separators, and the bidirectional controls that can
 * forge a text.
 */
const SAFE_TEXT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it refuses
  /^[^\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/;

const text = (limit: number) =>
  v.pipe(
    v.string(),
    v.minLength(1, 'is empty'),
    v.maxLength(limit, `is longer than ${limit} characters`),
    v.regex(SAFE_TEXT, 'holds a control or bidirectional-override character'),
    v.check((value) => value.trim() === value, 'starts or ends with a space'),
    v.check((value) => value.isWellFormed(), 'holds half a surrogate pair'),
  );

const slug = v.pipe(
  v.string(),
  v.maxLength(PACK_LIMITS.idCharacters, `is longer than ${PACK_LIMITS.idCharacters} characters`),
  v.regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'is not an id: lower-case Latin letters, digits and single hyphens',
  ),
  v.notValues(['constructor', 'prototype'], 'is a reserved word'),
);

const localText = (limit: number) =>
  v.pipe(
    v.strictObject({
      en: v.optional(text(limit)),
      'zh-Hans': v.optional(text(limit)),
      'zh-Hant': v.optional(text(limit)),
    }),
    v.minEntries(1, 'has no language'),
  );

const isCalendarDate = (value: string) => {
  const [year, month = 1, day = 1] = value.split('-').map(Number);
  const date = new Date(Date.UTC(year ?? 0, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const isoDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a date written YYYY-MM-DD'),
  v.check(isCalendarDate, 'is a date that is in no calendar'),
);

/** A date as exact as the source has it: a year, a month or a day. */
const partialDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'is not a date written YYYY, YYYY-MM or YYYY-MM-DD'),
  v.check(isCalendarDate, 'is a date that is in no calendar'),
);

const HTTPS = /^https:\/\/[^\s/?#@\\]+(?:[/?#][^\s\\]*)?$/;

const httpsLink = v.pipe(
  v.string(),
  v.maxLength(
    PACK_LIMITS.linkCharacters,
    `is longer than ${PACK_LIMITS.linkCharacters} characters`,
  ),
  v.regex(HTTPS, 'is not an https address'),
  // One with a host or a port that there cannot be leads nowhere, and cannot be read for its host.
  v.check((value) => !HTTPS.test(value) || URL.canParse(value), 'is not an https address'),
  v.check((value) => SAFE_TEXT.test(value), 'holds a control or bidirectional-override character'),
);

/** What a term is. The order is the one readers see. */
export const CATEGORIES = ['model', 'organisation', 'person', 'benchmark', 'idea'] as const;

/**
 * How a fact is known, strongest first: what was measured, what is reported, what a single trial showed,
 * what explains the thing, and last what somebody thinks of it.
 */
export const FACT_KINDS = ['measured', 'reported', 'test', 'explanation', 'expert-view'] as const;

/** What facts of one kind of thing are about, so that two models can be compared; in the order readers see. */
export const TOPICS = [
  'release',
  'strengths',
  'limits',
  'openness',
  'cost',
  'method',
  'reception',
] as const;

const list = <Item extends v.GenericSchema>(item: Item, limit: number, what: string) =>
  v.pipe(v.array(item), v.maxLength(limit, `has more than ${limit} ${what}`));

const words = list(text(PACK_LIMITS.aliasCharacters), PACK_LIMITS.evidencePerAlias, 'entries');

const evidenceIds = list(slug, PACK_LIMITS.evidencePerAlias, 'entries');

const termIds = v.pipe(
  list(slug, PACK_LIMITS.listEntries, 'terms'),
  v.minLength(1, 'belongs to no term'),
);

/** What speaks for or against a weak alias: words, named sets of words of the pack, mentions of other terms. */
const EvidenceSchema = v.pipe(
  v.strictObject({
    words: v.optional(words),
    sets: v.optional(evidenceIds),
    /** Sets whose words count half: they stand in other fields as well. */
    hints: v.optional(evidenceIds),
    terms: v.optional(evidenceIds),
  }),
  v.minEntries(1, 'is empty'),
);

const AliasSchema = v.strictObject({
  text: text(PACK_LIMITS.aliasCharacters),
  /** Strong: means the term wherever it stands. Weak: could be something else and counts on evidence. */
  strength: v.picklist(['strong', 'weak']),
  /** Only this spelling of capitals and small letters counts: `MoE` is not the name Moe. */
  exactCase: v.optional(v.boolean()),
  for: v.optional(EvidenceSchema),
  against: v.optional(EvidenceSchema),
  /** What, standing right behind, makes it another thing: `mini` behind `o1`, `Turbo` behind `GPT-4`. */
  notBefore: v.optional(words),
  /** What, standing right before, makes it another thing: `Open` before `R1`. */
  notAfter: v.optional(words),
});

const TermSchema = v.strictObject({
  id: slug,
  category: v.picklist(CATEGORIES),
  name: localText(PACK_LIMITS.nameCharacters),
  summary: v.optional(localText(PACK_LIMITS.summaryCharacters)),
  aliases: v.pipe(
    list(AliasSchema, PACK_LIMITS.aliasesPerTerm, 'aliases'),
    v.minLength(1, 'has no alias'),
  ),
  related: v.optional(list(slug, PACK_LIMITS.listEntries, 'related terms')),
});

const SourceSchema = v.strictObject({
  publisher: localText(PACK_LIMITS.nameCharacters),
  title: localText(PACK_LIMITS.nameCharacters),
  date: isoDate,
  language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'is no language tag')),
  link: v.optional(httpsLink),
});

const CautionSchema = v.strictObject({
  text: localText(PACK_LIMITS.factCharacters),
  source: localText(PACK_LIMITS.nameCharacters),
});

const FigureSchema = v.strictObject({
  /** The figure in neutral form: `79.8%`, `2025-01-20`, `half a year`. */
  value: text(PACK_LIMITS.nameCharacters),
  /** The figure as it stands in the fact's text, per language. */
  text: localText(PACK_LIMITS.nameCharacters),
});

const FactSchema = v.strictObject({
  id: slug,
  /** The terms whose cards show it; the first is the one it is most about. */
  terms: termIds,
  text: localText(PACK_LIMITS.factCharacters),
  kind: v.picklist(FACT_KINDS),
  /** What it is about, where that can be held against other terms. */
  topic: v.optional(v.picklist(TOPICS)),
  /** Whose view or report it is. */
  attribution: v.optional(localText(PACK_LIMITS.nameCharacters)),
  figures: v.optional(list(FigureSchema, PACK_LIMITS.listEntries, 'figures')),
  /** Number of the passage of the source that says so. */
  passage: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** Where it differs from the pack's. */
  date: v.optional(isoDate),
  caution: v.optional(CautionSchema),
  /** Where it comes from another source than its pack: what a reader clipped from many pages. */
  source: v.optional(SourceSchema),
});

const MeasureSchema = v.strictObject({
  id: slug,
  title: localText(PACK_LIMITS.nameCharacters),
  unit: v.picklist(['percent', 'percentile', 'us-dollars', 'share']),
  better: v.picklist(['higher', 'lower']),
  values: v.pipe(
    list(
      v.strictObject({
        term: slug,
        value: v.pipe(v.number(), v.minValue(0)),
        qualifier: v.picklist(['exact', 'about', 'nearly', 'more-than']),
        /** The fact that says so. */
        fact: slug,
        /** Set where the value comes from a fact's caution, not from the source itself. */
        fromCaution: v.optional(v.boolean()),
      }),
      PACK_LIMITS.listEntries,
      'values',
    ),
    v.minLength(1, 'has no value'),
  ),
});

const EventSchema = v.strictObject({
  id: slug,
  date: partialDate,
  terms: termIds,
  text: localText(PACK_LIMITS.nameCharacters),
  fact: slug,
  /** Set where the fact's caution is about something else than this event. */
  withoutCaution: v.optional(v.boolean()),
});

export const PackSchema = v.strictObject({
  $schema: v.optional(text(PACK_LIMITS.linkCharacters)),
  format: v.literal(1, 'is a format this version does not know; it knows 1'),
  id: slug,
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, 'is not a version written 1.2.3')),
  title: localText(PACK_LIMITS.nameCharacters),
  source: SourceSchema,
  /** The day the facts describe. */
  asOf: isoDate,
  licence: text(PACK_LIMITS.nameCharacters),
  /** Named sets of words that aliases cite as evidence. */
  evidence: v.optional(
    v.pipe(
      v.record(slug, words),
      v.minEntries(1, 'is empty'),
      v.maxEntries(PACK_LIMITS.evidenceSets, `has more than ${PACK_LIMITS.evidenceSets} sets`),
    ),
  ),
  terms: v.pipe(list(TermSchema, PACK_LIMITS.terms, 'terms'), v.minLength(1, 'has no term')),
  facts: list(FactSchema, PACK_LIMITS.facts, 'facts'),
  measures: v.optional(list(MeasureSchema, PACK_LIMITS.measures, 'measures')),
  events: v.optional(list(EventSchema, PACK_LIMITS.events, 'events')),
});

export type Pack = v.InferOutput<typeof PackSchema>;
export type Term = Pack['terms'][number];
export type Alias = Term['aliases'][number];
export type Evidence = v.InferOutput<typeof EvidenceSchema>;
export type Fact = Pack['facts'][number];
export type Source = v.InferOutput<typeof SourceSchema>;
export type Measure = v.InferOutput<typeof MeasureSchema>;
export type Category = (typeof CATEGORIES)[number];
export type FactKind = (typeof FACT_KINDS)[number];
export type Topic = (typeof TOPICS)[number];
export type LocalText = v.InferOutput<ReturnType<typeof localText>>;
