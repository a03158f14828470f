import type { CardFigure } from '../glossary/card-term';

/** A piece of a fact's text; figures are set apart from the words around them. */
export interface Piece {
  text: string;
  /** The figure it is; words are none. */
  figure?: CardFigure;
}

/**
 * Cuts a text where its figures stand. Longer figures win over shorter ones they hold, and every place a
 * figure stands counts.
 *
 * @returns The pieces in order; joined they are the text.
 */
export function splitFigures(text: string, figures: readonly CardFigure[]): Piece[] {
  const byLength = figures
    .filter(({ text: figure }) => figure !== '')
    .toSorted((a, b) => b.text.length - a.text.length);
  const pieces: Piece[] = [];
  let words = 0;
  let at = 0;
  while (at < text.length) {
    const figure = byLength.find((candidate) => text.startsWith(candidate.text, at));
    if (figure === undefined || continuesNumber(text, at, figure.text)) {
      at += 1;
      continue;
    }
    if (at > words) pieces.push({ text: text.slice(words, at) });
    pieces.push({ text: figure.text, figure });
    at += figure.text.length;
    words = at;
  }
  if (words < text.length) pieces.push({ text: text.slice(words) });
  return pieces;
}

/** `8` in `8 GPUs` is no part of `2.78` or `800`. */
function continuesNumber(text: string, at: number, figure: string): boolean {
  const end = at + figure.length;
  const digitBefore = /[\d.,]$/.test(text.slice(0, at).slice(-1)) && /\d/.test(text[at] ?? '');
  const digitAfter = /\d$/.test(figure) && /^(?:\d|[.,]\d)/.test(text.slice(end, end + 2));
  return (digitBefore && /\d[.,]?$/.test(text.slice(0, at))) || digitAfter;
}
