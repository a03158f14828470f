import type { AliasIndex } from '../matcher/alias-index';
import type { Matcher } from '../matcher/mention';
import { openMatcher } from '../matcher/open-matcher';
import { send } from '../messaging/send';
import { chooseMarked } from '../page/density';
import { isOrphaned } from '../page/extension-api';
import { explain, listMentions } from '../page/list-mentions';
import type { ListedMention, PageHandle } from '../page/page-handle';
import type { PageMention } from '../page/page-mention';
import { followPageSettings } from '../page/page-settings-source';
import { PageText } from '../page/page-text';
import { addressesAround, isSilent } from '../page/silence';
import type { PageSettings } from '../settings/page-settings';
import { CardLink } from './card-link';
import { markName } from './mark-names';
import { MarkPointer } from './mark-pointer';
import { rectsOf } from './mark-view';
import { Marks } from './marks';
import { Patrol } from './patrol';
import { mentionsInSelection } from './selection';

/** The script of one page or frame: from its text to its marks, and what the reader does with them. */
export class PageScript implements PageHandle {
  card?: NonNullable<PageHandle['card']>;

  private readonly life = new AbortController();
  private readonly text: PageText;
  private readonly marks = new Marks();
  private readonly link = new CardLink(this);
  private readonly pointer: MarkPointer;
  private readonly patrol = new Patrol(() => this.lookAfterMarks());
  private readonly notMeant = new Set<string>();
  private matcher: Matcher | undefined;
  private settings: PageSettings | undefined;
  private following: Promise<void> | undefined;
  /** The mentions the reader wants to know of, in reading order. */
  private mentions: readonly PageMention[] = [];
  private counted = 0;
  private isStyled = false;
  private reached: PageMention | undefined;

  constructor(private readonly index: AliasIndex) {
    this.text = new PageText(
      () => this.openMatcher(),
      {
        onMentions: () => void this.showMentions(),
        onTextChanged: (nodes) => this.marks.dropChanged(nodes),
        onNodesMoved: () => this.marks.dropTorn(),
        onDocumentReplaced: () => this.listen(),
      },
      this.life.signal,
    );
    this.pointer = new MarkPointer({
      mentionAt: (x, y) => this.marks.at(x, y, this.text.shadowRoots),
      onPointAt: (mention) => this.pointAt(mention),
      onTap: (mention) => this.link.tap(mention),
    });
  }

  start(): void {
    this.listen();
    this.text.start();
  }

  stop(): void {
    this.life.abort();
    this.pointer.stop();
    this.patrol.set(false);
    this.marks.clear();
    this.link.stop();
    document.removeEventListener('visibilitychange', this.onVisibility);
    window.removeEventListener('pageshow', this.onVisibility);
  }

  async list({ why = false } = {}): Promise<ListedMention[]> {
    await this.text.settled();
    await this.showMentions();
    const listed = listMentions(this.mentions);
    return why ? explain(listed, this.mentions, this.openMatcher(), this.text.blocks) : listed;
  }

  reveal(id: string): void {
    const index = this.mentions.findIndex((mention) => mention.id === id);
    if (index >= 0) this.reach(index);
  }

  revealSelection(): boolean {
    const [index = -1] = mentionsInSelection(this.mentions);
    if (index >= 0) this.reach(index);
    return index >= 0;
  }

  selectedTerms(): string[] {
    return mentionsInSelection(this.mentions).flatMap((at) => this.mentions[at]?.term ?? []);
  }

  step(direction: 1 | -1): void {
    const shown = new Set(listMentions(this.mentions).map(({ id }) => id));
    const count = this.mentions.length;
    const from = this.mentions.findIndex(({ id }) => id === this.reached?.id);
    for (let steps = 1; steps <= count; steps++) {
      const start = from < 0 && direction < 0 ? count : from;
      const index = (start + direction * steps + count * 2) % count;
      const mention = this.mentions[index] as PageMention;
      if (!shown.has(mention.id)) continue;
      this.reach(index);
      return;
    }
  }

  notThis(id: string): void {
    const mention = this.mentions.find((one) => one.id === id);
    if (!mention) return;
    this.notMeant.add(placeKey(mention));
    void this.showMentions();
  }

  private openMatcher(): Matcher {
    this.matcher ??= openMatcher(this.index);
    return this.matcher;
  }

  private listen(): void {
    document.addEventListener('visibilitychange', this.onVisibility);
    window.addEventListener('pageshow', this.onVisibility);
    if (this.marks.size > 0) this.pointer.listen();
  }

  private readonly onVisibility = (event: Event): void => {
    if (!event.isTrusted || this.stopIfOrphaned()) return;
    this.text.request();
    this.watchMarks();
  };

  /** Settings are read in frames that hold names, and nowhere else. */
  private async settled(): Promise<PageSettings | undefined> {
    this.following ??= followPageSettings((settings) => {
      this.settings = settings;
      void this.showMentions();
    }, this.life.signal).catch(() => this.stop());
    await this.following;
    return this.settings;
  }

  private async showMentions(): Promise<void> {
    if (this.text.mentions.length === 0 && this.mentions.length === 0) return;
    const settings = this.settings ?? (await this.settled());
    if (!settings || this.life.signal.aborted) return;
    this.mentions = this.wanted(settings);
    const { style, byCategory, density } = settings;
    const marked = style === 'hidden' ? [] : chooseMarked(this.mentions, density);
    this.marks.show(
      marked.map((mention) => {
        const category = byCategory ? this.categoryOf(mention.term) : undefined;
        return { mention, name: markName(style as Exclude<typeof style, 'hidden'>, category) };
      }),
    );
    this.watchMarks();
    this.pointer.look();
    this.link.marksChanged();
    this.tellBackground();
  }

  private wanted(settings: PageSettings): PageMention[] {
    if (isSilent(settings, addressesAround())) return [];
    const { mutedTerms, hiddenCategories } = settings;
    return this.text.mentions.filter((mention) => {
      if (mutedTerms.includes(mention.term) || this.notMeant.has(placeKey(mention))) return false;
      const category = this.categoryOf(mention.term);
      return category === undefined || !hiddenCategories.includes(category);
    });
  }

  private categoryOf(term: string) {
    return this.index.categories[this.index.terms.indexOf(term)] ?? undefined;
  }

  private watchMarks(): void {
    const areThere = this.marks.size > 0;
    if (areThere) this.pointer.listen();
    else {
      this.pointer.stop();
      this.link.pointAt(undefined);
    }
    this.patrol.set(areThere && document.visibilityState === 'visible');
  }

  private lookAfterMarks(): void {
    if (!this.stopIfOrphaned()) this.marks.restore();
  }

  private pointAt(mention: PageMention | undefined): void {
    if (!this.stopIfOrphaned()) this.link.pointAt(mention);
  }

  private stopIfOrphaned(): boolean {
    const isGone = isOrphaned();
    if (isGone) this.stop();
    return isGone;
  }

  private reach(index: number): void {
    const mention = this.mentions[index] as PageMention;
    this.reached = mention;
    const { startContainer } = mention.block.rangeOf(mention);
    startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    if (rectsOf(mention).length > 0) this.link.reach(mention, index + 1, this.mentions.length);
  }

  private tellBackground(): void {
    if (this.marks.size > 0 && !this.isStyled) {
      this.isStyled = true;
      void send('marks.shown', {}).catch(() => {
        this.isStyled = false;
      });
    }
    const count = this.mentions.length;
    if (count === this.counted) return;
    this.counted = count;
    void send('mentions.counted', { count }).catch(() => undefined);
  }
}

/** The same mention in the same words, however often the page makes them anew. */
function placeKey({ term, block, start }: PageMention): string {
  return `${term} ${start} ${block.text}`;
}
