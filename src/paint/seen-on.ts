import type { Category } from '../glossary/pack-schema';
import type { MarkStyle } from './mark-names';
import { contrastOf, laidOn, type Rgb, rgbOf } from './rgb';

/**
 * Seen on white as on black, at 3:1 or more: pages are light or dark whatever the system is. On grounds between
 * them no colour is; there {@link seenOn} takes the text's own.
 */
export const COLOURS: Readonly<Record<Category, string>> = {
  model: '#138a80',
  organisation: '#4a7bc8',
  person: '#c0508f',
  benchmark: '#9a7a1e',
  idea: '#8a6fd1',
};

/** Thin enough for the text to keep its contrast on it. */
export const TINT = 0.28;

/** Neither light nor dark. */
const QUIET_GREY = 128;

export const QUIET_TINT = `rgb(${QUIET_GREY} ${QUIET_GREY} ${QUIET_GREY} / ${TINT})`;

/** What WCAG 2.2 (1.4.11) asks of a line by which something is known. */
const LEAST_OF_LINE = 3;

/** A tint is a surface, told at less than a line: as little as its lightest on white. */
const LEAST_OF_TINT = 1.15;

/**
 * How a mark looks on a ground: as it was chosen, or, where that would not be seen, as a line in the colour of the
 * text, which its page has made to be seen.
 *
 * @param ground The choice stands where it is unknown.
 */
export function seenOn<Chosen extends { style: MarkStyle; category: Category | undefined }>(
  chosen: Chosen,
  ground: Rgb | undefined,
): { style: MarkStyle; category: Category | undefined } {
  const { style, category } = chosen;
  if (ground === undefined) return chosen;
  const colour = category && rgbOf(COLOURS[category]);
  if (style === 'background') {
    const grey = QUIET_GREY / 255;
    const tinted = laidOn(ground, colour ?? [grey, grey, grey], TINT);
    return contrastOf(tinted, ground) >= LEAST_OF_TINT
      ? chosen
      : { style: 'dotted', category: undefined };
  }
  return colour === undefined || contrastOf(colour, ground) >= LEAST_OF_LINE
    ? chosen
    : { style, category: undefined };
}
