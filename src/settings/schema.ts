import * as v from 'valibot';
import { PACK_LIMITS } from '../glossary/limits';
import { CATEGORIES } from '../glossary/pack-schema';

/**
 * Every setting that has one value: its schema and its default. Each is one key of `storage.sync`, so
 * that two tabs or two machines that change different settings never overwrite each other.
 * Settings that are lists (muted sites, muted terms, hidden categories) are one key per entry: see
 * {@link LIST_PREFIXES}.
 */
export const SETTINGS = {
  /** On or off everywhere. */
  enabled: { schema: v.boolean(), initial: true },
  /** Which mentions are marked; a page with forty underlined names is a nuisance. */
  'marks.density': { schema: v.picklist(['section', 'page', 'all']), initial: 'section' },
  'marks.style': {
    schema: v.picklist(['dotted', 'solid', 'background', 'hidden']),
    initial: 'dotted',
  },
  /** One colour per category, or one for all. */
  'marks.byCategory': { schema: v.boolean(), initial: false },
  /** Milliseconds the pointer rests on a mark before the card opens. */
  'card.delay': {
    schema: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000)),
    initial: 400,
  },
  theme: { schema: v.picklist(['system', 'light', 'dark']), initial: 'system' },
  /** The language facts are shown in; `auto` follows the browser's. */
  'facts.language': { schema: v.picklist(['auto', 'en', 'zh-Hans', 'zh-Hant']), initial: 'auto' },
  /** The number of mentions on the toolbar icon. */
  badge: { schema: v.boolean(), initial: true },
} as const;

export type SettingName = keyof typeof SETTINGS;

export type Settings = { [Name in SettingName]: v.InferOutput<(typeof SETTINGS)[Name]['schema']> };

/** Lists kept as one key per entry, `<prefix><entry>`, whose value is true: adding two never loses one. */
export const LIST_PREFIXES = {
  mutedSites: 'muted.site.',
  mutedTerms: 'muted.term.',
  hiddenCategories: 'hidden.category.',
} as const;

export type ListName = keyof typeof LIST_PREFIXES;

export const HiddenCategorySchema = v.picklist(CATEGORIES);

export const MutedTermSchema = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(PACK_LIMITS.idCharacters),
);
