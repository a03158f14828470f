import type { Language, SpokenText } from './language';
import type { Category, FactKind, Pack, Topic } from './pack-schema';

/** A figure as it stands in a fact's text. */
export interface CardFigure {
  text: string;
  /** A year, a month or a day, and no amount of anything. */
  isDate: boolean;
}

/** A fact as a card shows it: one language, everything resolved. */
export interface CardFact {
  id: string;
  text: SpokenText;
  kind: FactKind;
  topic?: Topic;
  attribution?: SpokenText;
  /** The parts of the text that are figures, as they stand in it. */
  figures: readonly CardFigure[];
  /** `YYYY-MM-DD`, where it differs from its pack's. */
  date?: string;
  passage?: number;
  caution?: { text: SpokenText; source: SpokenText };
  pack: string;
  /** Where it comes from, when that is not its pack's source. */
  source?: CardFactSource;
}

/** Where a single fact comes from. */
export interface CardFactSource {
  publisher: SpokenText;
  title: SpokenText;
  /** `YYYY-MM-DD`. */
  date: string;
  link?: string;
}

/** One bar of a card's chart. */
export interface CardMeasureValue {
  term: string;
  name: SpokenText;
  value: number;
  qualifier: 'exact' | 'about' | 'nearly' | 'more-than';
  fact: string;
  fromCaution: boolean;
}

export interface CardMeasure {
  id: string;
  title: SpokenText;
  unit: NonNullable<Pack['measures']>[number]['unit'];
  better: 'higher' | 'lower';
  values: readonly CardMeasureValue[];
}

/** Where facts come from. */
export interface CardSource extends CardFactSource {
  pack: string;
  /** Whether it came with the extension, or the reader wrote or imported it. */
  builtIn: boolean;
  /** The day the facts describe: `YYYY-MM-DD`. */
  asOf: string;
  licence: string;
}

/** All that a card shows of a term, in one language, without a look at any other data. */
export interface CardTerm {
  id: string;
  category: Category;
  name: SpokenText;
  summary?: SpokenText;
  /** Strongest first. */
  facts: readonly CardFact[];
  /** The languages its strongest fact is written in, or its summary where it has no fact. */
  languages: readonly Language[];
  measures: readonly CardMeasure[];
  related: readonly { id: string; name: SpokenText }[];
  sources: readonly CardSource[];
}
