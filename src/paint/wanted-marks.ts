import type { AliasIndex } from '../matcher/alias-index';
import type { PageMention } from '../page/page-mention';
import type { TextBlock } from '../page/text-block';
import type { PageSettings } from '../settings/page-settings';
import { groundOf } from './mark-ground';
import { markName } from './mark-names';
import { elementOf } from './mark-view';
import type { WantedMark } from './marks';
import type { Rgb } from './rgb';
import { seenOn } from './seen-on';

/** Whether marks have colours of their own, which are not seen on every ground. */
export function isToldByGround({ style, byCategory }: PageSettings): boolean {
  return byCategory || style === 'background';
}

/**
 * How mentions are to be painted, as the reader has chosen and as it is seen where they stand.
 *
 * @param near The block whose marks are shown where they are hidden elsewhere.
 * @param categoryOf Tells the category of a term, if it has one.
 */
export function wantedMarks(
  mentions: readonly PageMention[],
  settings: PageSettings,
  near: TextBlock | undefined,
  categoryOf: (term: string) => AliasIndex['categories'][number] | undefined,
): WantedMark[] {
  const { style, byCategory } = settings;
  const grounds = new Map<Element, Rgb | undefined>();
  return mentions.map((mention) => {
    const category = (byCategory && categoryOf(mention.term)) || undefined;
    const isShown = style === 'hidden' && mention.block === near;
    const chosen = { style: isShown ? 'dotted' : style, category } as const;
    if (!isToldByGround(settings)) return { mention, name: markName(chosen.style, category) };
    const seen = seenOn(chosen, groundOf(elementOf(mention), grounds));
    return { mention, name: markName(seen.style, seen.category) };
  });
}
