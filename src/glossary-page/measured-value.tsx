import type { ComponentChildren } from 'preact';
import type { CardMeasure } from '../glossary/card-term';
import { barsOf } from '../ui/chart';
import { qualifiedValue } from '../ui/qualified-value';

interface MeasuredValueProps {
  measure: CardMeasure;
  /** Whose value it is. */
  term: string;
  /** The terms it is held against. */
  among: readonly { id: string }[];
  /** What stands there where the term has no value. */
  fallback: ComponentChildren;
}

/** One value of a measure as a figure with its bar; the best of those it is held against stands out. */
export function MeasuredValue({ measure, term, among, fallback }: MeasuredValueProps) {
  const index = measure.values.findIndex((value) => value.term === term);
  const entry = measure.values[index];
  const bar = barsOf(measure)[index];
  if (entry === undefined || bar === undefined) return fallback;
  return (
    <>
      <span class={isBest(measure, term, among) ? 'compared-value best' : 'compared-value'}>
        {qualifiedValue(measure.unit, entry)}
        {entry.fromCaution && <span class="chart-note"> †</span>}
      </span>
      <span class="track" aria-hidden="true">
        <span class={`bar bar-${bar.end}`} style={{ inlineSize: `${bar.length}%` }} />
      </span>
    </>
  );
}

function isBest(
  { better, values }: CardMeasure,
  term: string,
  among: readonly { id: string }[],
): boolean {
  const compared = values.filter((value) => among.some(({ id }) => id === value.term));
  const amounts = compared.map(({ value }) => value);
  const best = better === 'higher' ? Math.max(...amounts) : Math.min(...amounts);
  const winners = compared.filter(({ value }) => value === best);
  return compared.length > 1 && winners.length === 1 && winners[0]?.term === term;
}
