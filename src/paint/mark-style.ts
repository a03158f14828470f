import type { Category } from '../glossary/pack-schema';
import { MARK_CATEGORIES, MARK_STYLES, type MarkStyle, markName } from './mark-names';

/** Seen on white as on black, at 3:1 or more: pages are light or dark whatever the system is. */
const COLOURS: Readonly<Record<Category, string>> = {
  model: '#138a80',
  organisation: '#4a7bc8',
  person: '#c0508f',
  benchmark: '#9a7a1e',
  idea: '#8a6fd1',
};

/** Without categories the line takes after the text, and is quieter. */
const QUIET = 'color-mix(in srgb, currentColor 65%, transparent)';

const LINES: Readonly<Record<Exclude<MarkStyle, 'background'>, string>> = {
  dotted: 'underline dotted 0.1em',
  solid: 'underline solid 0.08em',
};

/** A name per style and category, so that a change of settings changes no style sheet. */
const rules = MARK_STYLES.flatMap((style) => [
  rule(style),
  ...MARK_CATEGORIES.map((category) => rule(style, category)),
]);

/**
 * The style sheet of the marks, for `scripting.insertCSS` with `origin: 'USER'`: that alone reaches shadow
 * trees in Firefox and stands above what the page says. Marks are not printed.
 */
export const MARK_CSS = `@media not print {\n${rules.join('\n')}\n}\n`;

function rule(style: MarkStyle, category?: Category): string {
  const colour = category ? COLOURS[category] : QUIET;
  const look =
    style === 'background'
      ? `background-color: color-mix(in srgb, ${category ? colour : 'currentColor'} 18%, transparent)`
      : `text-decoration: ${LINES[style]} ${colour}`;
  return `::highlight(${markName(style, category)}) { ${look} !important; }`;
}
