import type { Matcher, Span } from '../matcher/mention';
import { askRange } from './ask-range';
import { pointAt } from './block-places';
import { decidedMentions, gatherReadings } from './decided-mentions';
import { type ListedMention, TEXT_AROUND } from './page-handle';
import { type PageMention, textOf } from './page-mention';
import type { TextBlock } from './text-block';

/** Mentions as lists show them. */
export function listMentions(mentions: readonly PageMention[]): ListedMention[] {
  return mentions.map((mention) => ({
    id: mention.id,
    term: mention.term,
    text: textOf(mention),
    before: textBefore(mention),
    after: textAfter(mention),
  }));
}

function textBefore({ block, start }: PageMention): string {
  const text = pageText(block, { start: Math.max(0, start - TEXT_AROUND), end: start });
  return text.slice(-TEXT_AROUND).replace(/^[\udc00-\udfff]/, '');
}

function textAfter({ block, end }: PageMention): string {
  const text = pageText(block, { start: end, end: Math.min(block.text.length, end + TEXT_AROUND) });
  return text.slice(0, TEXT_AROUND).replace(/[\ud800-\udbff]$/, '');
}

/** The page's own text over a span of a block, with what the reading left out: code, for one. */
function pageText(block: TextBlock, { start, end }: Span): string {
  const first = pointAt(block, start);
  const last = pointAt(block, end);
  return askRange(
    {
      startContainer: first.node,
      startOffset: Math.min(first.offset, first.node.length),
      endContainer: last.node,
      endOffset: Math.min(last.offset, last.node.length),
    },
    String,
  );
}

/** Adds to each why it was decided so. */
export async function explain(
  listed: readonly ListedMention[],
  mentions: readonly PageMention[],
  matcher: Matcher,
  blocks: readonly TextBlock[],
  signal: AbortSignal,
): Promise<ListedMention[]> {
  const page = await gatherReadings(matcher, blocks, signal);
  if (!page) return [];
  const reasons = await decidedMentions(matcher, page, signal, true);
  return listed.map((entry) => {
    const mention = mentions.find(({ id }) => id === entry.id);
    const found = reasons.find(
      ([block, { start }]) => block === mention?.block && start === mention.start,
    );
    return { ...entry, why: found?.[1].why };
  });
}
