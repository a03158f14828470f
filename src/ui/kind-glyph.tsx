import type { FactKind } from '../glossary/pack-schema';

/** One shape per kind, so that it is told apart without its colour: a gauge, lines, a tick, a quote, a lamp. */
const SHAPES: Record<FactKind, string> = {
  measured: 'M1.5 9.8a5.5 5.5 0 0 1 11 0M7 9.8l3-4.5M1.5 11.5h11',
  reported: 'M2 3h10M2 6.3h10M2 9.6h10M2 12.5h6',
  test: 'M2 2h10v10H2zM4.5 7l2 2 3.2-4',
  'expert-view': 'M2 3h10v6.5H7.5L4.5 12.5v-3H2z',
  explanation: 'M7 1.8a4 4 0 0 1 2.2 7.3v1.4H4.8V9.1A4 4 0 0 1 7 1.8zM5.3 12.6h3.4',
};

/** The sign of a fact's kind; the word stands beside it. */
export function KindGlyph({ kind }: { kind: FactKind }) {
  return (
    <svg class="glyph" viewBox="0 0 14 14" aria-hidden="true">
      <path d={SHAPES[kind]} />
    </svg>
  );
}
