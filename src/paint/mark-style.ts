import type { Category } from '../glossary/pack-schema';
import { MARK_CATEGORIES, MARK_STYLES, type MarkStyle, markName } from './mark-names';
import { COLOURS, QUIET_TINT, TINT } from './seen-on';

/** How a mark looks that is to be seen. */
type SeenStyle = Exclude<MarkStyle, 'hidden'>;

/**
 * Without categories a line has the colour of the text, whatever the page's ground, and is the thinner for
 * it. The colour has to be `currentColor` itself: Chromium works a `color-mix()` or `oklch(from …)` of it out
 * on the root, where it is black on the darkest page.
 */
const QUIET = 'currentColor';

/** Lower than a link's line, so that a mark in a link shows as both. */
const OFFSET = '0.22em';

const LINES: Readonly<Record<Exclude<SeenStyle, 'background'>, string>> = {
  dotted: 'underline dotted',
  solid: 'underline solid',
};

/** A colour takes more of a line to be told than the text's own. */
const THICKNESS = { quiet: '0.08em', coloured: '0.12em', plain: '0.16em' };

const seen = MARK_STYLES.filter((style): style is SeenStyle => style !== 'hidden').flatMap(
  (style) => [undefined, ...MARK_CATEGORIES].map((category) => ({ style, category })),
);

/**
 * The style sheet of the marks, for `scripting.insertCSS` with `origin: 'USER'`: that alone reaches shadow
 * trees in Firefox and stands above what the page says. It has a name for each style and category, so that a
 * change of settings changes no style sheet. Marks are not printed.
 */
export const MARK_CSS = `@media not print {
${seen.map(({ style, category }) => rule(style, category)).join('\n')}
}
@media (prefers-contrast: more) {
${names((style) => style !== 'background')} { text-decoration-thickness: ${THICKNESS.plain} !important; }
}
@media screen and (forced-colors: active) {
${names((style) => style === 'background')} { text-decoration: underline dotted ${THICKNESS.plain} !important; }
}
`;

/**
 * Goes beside {@link MARK_CSS} with `origin: 'AUTHOR'`. Chromium takes the colours of a highlight, a user's ones too,
 * only where a page's style has one (`HasAuthorHighlightColors` in Blink): this one changes nothing but that, and shadow
 * trees inherit it.
 */
export const AUTHOR_MARK_CSS = `${names((style) => style === 'background')} { color: currentcolor; }`;

function rule(style: SeenStyle, category: Category | undefined): string {
  const name = `::highlight(${markName(style, category)})`;
  if (style === 'background') {
    const tint = category
      ? `color-mix(in srgb, ${COLOURS[category]} ${TINT * 100}%, transparent)`
      : QUIET_TINT;
    return `${name} { background-color: ${tint} !important; }`;
  }
  const thickness = category ? THICKNESS.coloured : THICKNESS.quiet;
  const colour = category ? COLOURS[category] : QUIET;
  return `${name} { text-decoration: ${LINES[style]} ${thickness} ${colour} !important; text-underline-offset: ${OFFSET} !important; }`;
}

function names(isWanted: (style: SeenStyle) => boolean): string {
  return seen
    .filter(({ style }) => isWanted(style))
    .map(({ style, category }) => `::highlight(${markName(style, category)})`)
    .join(', ');
}
