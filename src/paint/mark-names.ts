import type { Category } from '../glossary/pack-schema';
import type { PageSettings } from '../settings/page-settings';

/** How marks can look; hidden ones are there without being seen, until the pointer is near. */
export type MarkStyle = PageSettings['style'];

/** Written out here since the schema that lists them, and its library, has no place in every page. */
export const MARK_CATEGORIES = [
  'model',
  'organisation',
  'person',
  'benchmark',
  'idea',
] as const satisfies readonly Category[];

export const MARK_STYLES: readonly MarkStyle[] = ['dotted', 'solid', 'background', 'hidden'];

/**
 * The name of a highlight. The page's own highlights live in the same registry, so it is long and ours.
 *
 * @param category Where each category has a colour of its own.
 */
export function markName(style: MarkStyle, category?: Category): string {
  return `ai-footnotes-mark-${style}${category ? `-${category}` : ''}`;
}

/** Every name we ever use. */
export const MARK_NAMES: readonly string[] = MARK_STYLES.flatMap((style) => [
  markName(style),
  ...MARK_CATEGORIES.map((category) => markName(style, category)),
]);
