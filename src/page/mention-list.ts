import type { Matcher, Mention } from '../matcher/mention';
import { decidedMentions, gatherReadings, isSame, type PageReadings } from './decided-mentions';
import { isInPage } from './in-page';
import { type PageMention, textOf } from './page-mention';
import { Sections } from './sections';
import { inSlices, overEach } from './slices';
import type { TextBlock } from './text-block';

/** The mentions of a page as they were last decided, each with a name that lasts as long as its text. */
export class MentionList {
  all: readonly PageMention[] = [];
  private byBlock = new Map<TextBlock, PageMention[]>();
  private lastId = 0;
  private decidedFrom: PageReadings | undefined;

  /**
   * Decides anew if anything changed that decisions rest on, and until that is done leaves what was decided before.
   *
   * @param blocks The blocks that hold names, in reading order.
   * @param retired Blocks that stood there before: mentions that came back in their place keep their ids.
   * @returns Whether it decided.
   */
  async decide(
    matcher: Matcher,
    blocks: readonly TextBlock[],
    retired: readonly TextBlock[],
    signal: AbortSignal,
  ): Promise<boolean> {
    const page = await gatherReadings(matcher, blocks, signal, this.decidedFrom);
    if (!page || (this.decidedFrom && isSame(page, this.decidedFrom))) return false;
    this.decidedFrom = page;
    const known = this.byBlock;
    /** By where they stood, or by their text where the page has made that anew as well. */
    const gone = new Map<unknown, PageMention[]>();
    for (const block of retired) {
      const { container, text } = block;
      const place = isInPage(container) ? container : text;
      const mentions = known.get(block) ?? [];
      const before = gone.get(place);
      if (before) before.push(...mentions);
      else gone.set(place, [...mentions]);
    }
    const found = await decidedMentions(matcher, page, signal);
    const sections = new Sections();
    await inSlices(sections.find(), signal);
    const byBlock = new Map<TextBlock, PageMention[]>();
    const all: PageMention[] = [];
    const add = ([block, mention]: [TextBlock, Mention]) => {
      const before = known.get(block) ?? gone.get(block.container) ?? gone.get(block.text) ?? [];
      const place = before.findIndex((other) => isSameMention(other, block, mention));
      const id = place < 0 ? `${++this.lastId}` : (before.splice(place, 1)[0] as PageMention).id;
      const { term, start, end } = mention;
      const section = sections.of(block.first);
      const decided: PageMention = { id, term, block, start, end, section };
      const siblings = byBlock.get(block);
      if (siblings) siblings.push(decided);
      else byBlock.set(block, [decided]);
      all.push(decided);
    };
    await inSlices(overEach(found, add), signal);
    this.byBlock = byBlock;
    this.all = all;
    return true;
  }

  /**
   * Finds the sections of what was decided before: headings may have come or gone between names that stayed.
   *
   * @returns Whether mentions share sections otherwise than before.
   */
  async findSections(signal: AbortSignal): Promise<boolean> {
    const before = this.all;
    // One alone is the first wherever it stands.
    if (before.length < 2) return false;
    const sections = new Sections();
    await inSlices(sections.find(), signal);
    const all: PageMention[] = [];
    /** A heading that was made anew stands for the same section, as long as no other does. */
    const now = new Map<unknown, unknown>();
    let isOther = false;
    const place = (mention: PageMention) => {
      const section = sections.of(mention.block.first);
      if (!now.has(mention.section)) now.set(mention.section, section);
      isOther ||= now.get(mention.section) !== section;
      all.push({ ...mention, section });
    };
    await inSlices(overEach(before, place), signal);
    // Decided anew meanwhile, they have their sections.
    if (signal.aborted || before !== this.all) return false;
    this.all = all;
    return isOther || new Set(now.values()).size < now.size;
  }
}

/** In a block that stands as it stood it is the place that counts: another of the same words may have been one before. */
function isSameMention(
  known: PageMention,
  block: TextBlock,
  { term, start, end }: Mention,
): boolean {
  if (known.block === block && known.start !== start) return false;
  return known.term === term && textOf(known) === block.text.slice(start, end);
}
