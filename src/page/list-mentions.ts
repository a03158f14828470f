import type { Matcher } from '../matcher/mention';
import { decidedMentions } from './decided-mentions';
import type { ListedMention } from './page-handle';
import { type PageMention, textOf } from './page-mention';
import type { TextBlock } from './text-block';

/** Characters of text shown on each side of a mention. */
const AROUND = 40;

/** Mentions as lists show them: those that are rendered. */
export function listMentions(mentions: readonly PageMention[]): ListedMention[] {
  return mentions.filter(isRendered).map((mention) => {
    const { text } = mention.block;
    return {
      id: mention.id,
      term: mention.term,
      text: textOf(mention),
      before: text.slice(Math.max(0, mention.start - AROUND), mention.start),
      after: text.slice(mention.end, mention.end + AROUND),
    };
  });
}

/** Adds to each why it was decided so. */
export function explain(
  listed: readonly ListedMention[],
  mentions: readonly PageMention[],
  matcher: Matcher,
  blocks: readonly TextBlock[],
): ListedMention[] {
  const reasons = decidedMentions(matcher, blocks, true);
  return listed.map((entry) => {
    const mention = mentions.find(({ id }) => id === entry.id);
    const found = reasons.find(
      ([block, { start }]) => block === mention?.block && start === mention.start,
    );
    return { ...entry, why: found?.[1].why };
  });
}

function isRendered({ block, start }: PageMention): boolean {
  const element = block.nodeAt(start).parentElement;
  return (
    element?.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false }) ?? false
  );
}
