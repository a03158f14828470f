import type { CorpusPage, Label } from './corpus-page.ts';

/** A span of a block that a matcher says means a term. */
export interface Marked {
  start: number;
  end: number;
  term: string;
}

/** Answers with the mentions of each of a page's blocks. */
export type Spotter = (page: {
  title: string;
  blocks: readonly { text: string }[];
}) => readonly (readonly Marked[])[];

export interface Slip {
  kind: 'false mark' | 'miss';
  /** Written down in the corpus as known. It counts all the same. */
  known: boolean;
  group: string;
  term: string;
  source: string;
  /** The block's text near it, the name in brackets. */
  excerpt: string;
}

/** A known slip that is none any more: its sign in the corpus is to go. */
export interface Mended {
  source: string;
  excerpt: string;
}

/** Counts of labels and marks, and the shares that follow from them. */
export class Tally {
  /** Labels to be found. */
  expected = 0;
  found = 0;
  /** Of those found, with the very span of the label. */
  exact = 0;
  falseMarks = 0;

  /** Share of the marks that are right; 1 where nothing is marked. */
  get precision(): number {
    const marks = this.found + this.falseMarks;
    return marks === 0 ? 1 : this.found / marks;
  }
  /** Share of the labels that are found; 1 where there is none. */
  get recall(): number {
    return this.expected === 0 ? 1 : this.found / this.expected;
  }
}

export interface Score {
  overall: Tally;
  groups: Map<string, Tally>;
  terms: Map<string, Tally>;
  slips: Slip[];
  mended: Mended[];
}

const overlap = (a: Marked | Label, b: Marked | Label) => a.start < b.end && b.start < a.end;

function excerptOf(text: string, span: Marked | Label): string {
  const before = text.slice(Math.max(0, span.start - 50), span.start);
  const after = text.slice(span.end, span.end + 50);
  const whole = `${before}【${text.slice(span.start, span.end)}】${after}`;
  return whole.replace(/\s+/g, ' ').trim();
}

/**
 * Compares what a matcher marks with the labels. A mark is right where it means the label's term and overlaps the
 * label; a label takes one mark, the exact one before others. A mark on an open label of its term is neither right
 * nor wrong.
 */
export function score(pages: readonly CorpusPage[], spot: Spotter): Score {
  const result: Score = {
    overall: new Tally(),
    groups: new Map(),
    terms: new Map(),
    slips: [],
    mended: [],
  };
  const tallyIn = (map: Map<string, Tally>, key: string) => {
    const tally = map.get(key) ?? new Tally();
    map.set(key, tally);
    return tally;
  };
  for (const page of pages) {
    tallyIn(result.groups, page.group);
    const spotted = spot(page);
    page.blocks.forEach((block, index) => {
      const count = (term: string, change: (tally: Tally) => void) => {
        change(result.overall);
        change(tallyIn(result.groups, page.group));
        change(tallyIn(result.terms, term));
      };
      const slip = (kind: Slip['kind'], known: boolean, span: Marked | Label) =>
        result.slips.push({
          kind,
          known,
          group: page.group,
          term: span.term,
          source: page.source,
          excerpt: excerptOf(block.text, span),
        });
      const mended = (span: Label) =>
        result.mended.push({ source: page.source, excerpt: excerptOf(block.text, span) });

      const marks = new Set(spotted[index] ?? []);
      for (const label of block.labels) {
        if (label.kind !== 'mention' && label.kind !== 'missed') continue;
        const rights = [...marks].filter((it) => it.term === label.term && overlap(it, label));
        const exact = rights.find((it) => it.start === label.start && it.end === label.end);
        const mark = exact ?? rights[0];
        count(label.term, (tally) => {
          tally.expected += 1;
          if (mark) tally.found += 1;
          if (exact) tally.exact += 1;
        });
        if (mark) marks.delete(mark);
        if (mark && label.kind === 'missed') mended(label);
        if (!mark) slip('miss', label.kind === 'missed', label);
      }
      const onLabel = (mark: Marked, kind: Label['kind']) =>
        block.labels.some((it) => it.kind === kind && it.term === mark.term && overlap(it, mark));
      for (const mark of marks) {
        if (onLabel(mark, 'open')) continue;
        count(mark.term, (tally) => {
          tally.falseMarks += 1;
        });
        slip('false mark', onLabel(mark, 'marked'), mark);
      }
      for (const label of block.labels) {
        const marked = [...marks].some((it) => it.term === label.term && overlap(it, label));
        if (label.kind === 'marked' && !marked) mended(label);
      }
    });
  }
  return result;
}

/** The bars the corpus is held to. */
export const BARS = { precision: 0.99, recall: 0.97, groupPrecision: 0.95 } as const;

/** What falls short of the bars, one line each; nothing where all are met. */
export function shortfalls({ overall, groups }: Score): string[] {
  const share = (value: number) => value.toFixed(4);
  const lines: string[] = [];
  if (overall.precision < BARS.precision)
    lines.push(`precision ${share(overall.precision)} overall is under ${BARS.precision}`);
  if (overall.recall < BARS.recall)
    lines.push(`recall ${share(overall.recall)} overall is under ${BARS.recall}`);
  for (const [group, tally] of groups) {
    if (tally.precision < BARS.groupPrecision)
      lines.push(`precision ${share(tally.precision)} in ${group} is under ${BARS.groupPrecision}`);
  }
  return lines;
}
