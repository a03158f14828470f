import type { AliasIndex } from '../matcher/alias-index';
import type { Matcher } from '../matcher/mention';
import { openMatcher } from '../matcher/open-matcher';
import { isOrphaned, makeApi } from '../messaging/extension-api';
import { beginAnew, isOfDeadNode } from '../page/dead-nodes';
import { chooseMarked } from '../page/density';
import {
  followStorage,
  isSameIndex,
  type StorageFollower,
  type Stored,
} from '../page/follow-storage';
import { KeptBlocks } from '../page/kept-blocks';
import { explain, listMentions } from '../page/list-mentions';
import { lookAt } from '../page/look-at';
import { MentionList } from '../page/mention-list';
import { partsOnScreen } from '../page/on-screen';
import type { ListedMention, PageHandle } from '../page/page-handle';
import { listOfSuccessor, removeLeftovers, takeOver } from '../page/page-life';
import type { PageMention } from '../page/page-mention';
import { PageReader } from '../page/page-reader';
import { PageText } from '../page/page-text';
import { addressesAround, isSilent } from '../page/silence';
import { STOPPED } from '../page/stopped';
import type { TextBlock } from '../page/text-block';
import type { PageSettings } from '../settings/page-settings';
import { CardLink } from './card-link';
import { categoriesOf } from './categories';
import { CountTeller } from './count-teller';
import { MarkPointer, type Place } from './mark-pointer';
import { MarkSheet } from './mark-sheet';
import { elementOf, rectsOf } from './mark-view';
import { Marks } from './marks';
import { nextMention, type Reached } from './next-mention';
import { Patrol } from './patrol';
import { RenderedMentions } from './rendered-mentions';
import { mentionsInSelection } from './selection';
import { isToldByGround, wantedMarks } from './wanted-marks';

/** The script of one page or frame: from its text to its marks, and what the reader does with them. */
export class PageScript implements PageHandle {
  card?: NonNullable<PageHandle['card']>;

  private readonly life = new AbortController();
  private readonly blocks = new KeptBlocks((text) => this.openMatcher().read(text));
  private readonly text: PageText;
  private readonly marks = new Marks();
  private readonly link = new CardLink(this);
  private readonly pointer: MarkPointer;
  private readonly patrol = new Patrol(() => this.giveUpIfDead(this.makeRound()));
  private matcher: Matcher | undefined;
  private settings: PageSettings | undefined;
  /** Resolves once there is something to read by. */
  private ready = Promise.withResolvers<void>();
  /** Whether the page was one of a muted site at first. */
  private wasMuted = false;
  /** Whether headings may have come or gone since the last round. */
  private haveNodesMoved = false;
  private storage: StorageFollower | undefined;
  private readonly rendered = new RenderedMentions(
    () => this.showMentions(),
    () => this.onLooked(),
    this.life.signal,
  );
  /** The rendered ones, in reading order. */
  private mentions: readonly PageMention[] = [];
  private isDesigned = false;
  private readonly decided = new MentionList();
  /** The paragraph the pointer is in, where marks are hidden elsewhere. */
  private near: TextBlock | undefined;
  count = 0;
  private readonly counts = new CountTeller(this.life.signal);
  private readonly sheet = new MarkSheet();
  private hasBegun = false;
  private reached: Reached | undefined;
  /** Read at need: where the reader has packs of her own, the built-in one never is. */
  private index: AliasIndex | undefined;
  private readersIndex: AliasIndex | undefined;

  /**
   * @param builtIn Makes the names that count where the reader has no packs of her own.
   * @param notMeant The places where a name means something else, as the reader said.
   */
  constructor(
    private readonly builtIn: () => AliasIndex,
    private readonly notMeant = new Set<string>(),
  ) {
    this.text = new PageText(
      new PageReader(() => this.openMatcher(), this.blocks, this.life.signal),
      {
        onRead: () => this.decide(),
        onTextChanged: (nodes) => this.marks.dropWrong(this.blocks.outdated, nodes),
        onNodesMoved: (isRemoved) => {
          if (isRemoved) this.marks.dropRemoved(this.text.shadowRoots.found);
          this.marks.dropWrong(this.blocks.outdated);
          this.haveNodesMoved = true;
        },
        onDocumentReplaced: () => this.onReplaced(),
        onLost: () => this.giveUp(),
      },
      this.life.signal,
    );
    this.pointer = new MarkPointer({
      mentionAt: (x, y) => this.marks.at(x, y, this.text.shadowRoots.found),
      onOver: (element) => lookAt(element, this.text),
      onPointAt: (mention, since) => {
        if (!this.stopIfOrphaned()) this.link.pointAt(mention, since);
      },
      onNear: (place) => this.comeNear(place),
      isSeen: ({ block }) => this.settings?.style !== 'hidden' || block === this.near,
      onTap: (mention) => this.link.tap(mention),
    });
  }

  /** Begins; marks come once the settings and the reader's own names are read. */
  start(): void {
    makeApi();
    removeLeftovers();
    this.listen();
    // Chromium notes where its API is called from, and to do so parses all functions there anew: later that
    // is one small function, here the whole script.
    queueMicrotask(() => this.followStorage());
  }

  private followStorage(): void {
    if (this.life.signal.aborted) return;
    this.storage = followStorage((stored) => this.adopt(stored), this.life.signal);
    this.storage.read().catch(() => this.stop());
  }

  yieldsTo(): boolean {
    return this.life.signal.aborted || isOrphaned();
  }

  stop(): void {
    this.life.abort(STOPPED);
    this.ready.resolve();
    this.text.stop();
    this.pointer.stop();
    this.patrol.set(false);
    this.marks.show([]);
    this.link.stop();
    document.removeEventListener('visibilitychange', this.onVisibility);
    window.removeEventListener('pageshow', this.onVisibility);
  }

  async list({ why = false } = {}): Promise<ListedMention[]> {
    const { signal } = this.life;
    await this.ready.promise;
    await this.text.settled();
    await this.giveUpIfDead(this.rendered.look());
    if (signal.aborted) return listOfSuccessor(this, { why });
    const listed = listMentions(this.mentions);
    if (!why) return listed;
    return explain(listed, this.mentions, this.openMatcher(), this.blocks.all, signal);
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

  async step(direction: 1 | -1): Promise<void> {
    await this.giveUpIfDead(this.rendered.look());
    if (this.mentions.length === 0 || this.life.signal.aborted) return;
    this.reach(nextMention(this.mentions, this.reached, direction));
  }

  notThis(id: string): void {
    const mention = this.mentions.find((one) => one.id === id);
    if (!mention) return;
    this.notMeant.add(placeKey(mention));
    this.showMentions();
  }

  private async decide(): Promise<void> {
    const { blocks } = this;
    // The title and blocks that hold no name may have changed: they tell what names near them mean.
    if (!blocks.hasChanged && !blocks.hasWeighed) return;
    const retired = blocks.takeRetired();
    const { signal } = this.life;
    const isOther = await this.decided.decide(this.openMatcher(), blocks.all, retired, signal);
    if (isOther) this.showMentions();
  }

  /** Gives up where a work meets a dead node; nothing comes of it then. */
  private async giveUpIfDead<Result>(work: Promise<Result>): Promise<Result | undefined> {
    try {
      return await work;
    } catch (error) {
      if (!isOfDeadNode(error)) throw error;
      this.giveUp();
      return undefined;
    }
  }

  /** Ends what cannot go on; a new one begins where that can. */
  private giveUp(): void {
    this.stop();
    if (import.meta.env.FIREFOX) beginAnew(() => new PageScript(this.builtIn, this.notMeant), true);
  }

  private openMatcher(): Matcher {
    this.matcher ??= openMatcher(this.names);
    return this.matcher;
  }

  private get names(): AliasIndex {
    this.index ??= this.builtIn();
    return this.index;
  }

  private adopt({ settings, index }: Stored): void {
    this.settings = settings;
    const isOther = !isSameIndex(index, this.readersIndex);
    this.readersIndex = index;
    if (isOther) {
      this.index = index;
      this.matcher = undefined;
    }
    const isMuted = settings && isSilent(settings, addressesAround());
    if (this.hasBegun && isMuted) {
      // Changes of a page that shows nothing would be read all the same.
      this.counts.tellAnew();
      this.stop();
      takeOver(() => new PageScript(this.builtIn, this.notMeant), true)?.start();
    } else if (this.hasBegun) {
      if (isOther) this.text.readAgain();
    } else if (isMuted) {
      // A frame of a muted site is read once that is heard again.
      this.wasMuted = true;
      this.ready.resolve();
    } else void this.begin();
    this.showMentions();
  }

  private async begin(): Promise<void> {
    this.hasBegun = true;
    if (this.wasMuted) this.ready = Promise.withResolvers();
    const parts = await partsOnScreen();
    if (this.life.signal.aborted) return;
    // Where the page was written anew until now, nobody was watching.
    this.listen();
    await this.text.start(parts);
    this.ready.resolve();
  }

  private listen(): void {
    document.addEventListener('visibilitychange', this.onVisibility);
    window.addEventListener('pageshow', this.onVisibility);
    if (this.rendered.wanted.length > 0) this.pointer.listen();
  }

  private onReplaced(): void {
    this.listen();
    // The card's own listeners are gone as well; the next need brings a new one.
    this.link.stop();
  }

  private readonly onVisibility = (event: Event): void => {
    if (!event.isTrusted || this.stopIfOrphaned()) return;
    if ((event as PageTransitionEvent).persisted) this.comeBack();
    if (!this.hasBegun) return;
    this.text.request();
    this.watchMarks();
  };

  /**
   * From the back/forward cache. No answer reaches a page that was put away while it waited, and no change of
   * the settings: all that may have been lost is asked for again.
   */
  private comeBack(): void {
    this.sheet.forgetCall();
    this.counts.forget();
    this.link.forgetCall();
    if (this.hasBegun) this.text.comeBack();
    void this.storage?.read().catch(() => this.stop());
  }

  private showMentions(): void {
    const { settings } = this;
    if (!settings || this.life.signal.aborted) return;
    this.rendered.wanted = this.wantedBy(settings);
    this.mentions = this.rendered.all;
    this.paint(settings);
    this.watchMarks();
    this.pointer.look();
    this.link.marksChanged();
    if (this.marks.size > 0) this.sheet.ask();
    void this.giveUpIfDead(this.rendered.lookSoon(this.sheet.come));
  }

  private paint(settings: PageSettings): void {
    const categoryOf = (term: string) => this.categoryOf(term);
    this.marks.show(wantedMarks(this.toMark(settings), settings, this.near, categoryOf));
  }

  /** Where marks are hidden, those of the paragraph that the pointer is in are shown. */
  private comeNear(place: Place | undefined): void {
    if (this.settings?.style !== 'hidden') return;
    const near = place && this.marks.blockAt(place, this.text.shadowRoots.found);
    if (near === this.near) return;
    this.near = near;
    this.paint(this.settings);
  }

  /** The first of those that are to be seen; and, so that it is marked at once when it is shown, of all. */
  private toMark({ density }: PageSettings): PageMention[] {
    const marked = chooseMarked(this.mentions, density);
    if (this.mentions.length === this.rendered.wanted.length) return marked;
    return [...new Set([...marked, ...chooseMarked(this.rendered.wanted, density)])];
  }

  private wantedBy(settings: PageSettings): PageMention[] {
    if (isSilent(settings, addressesAround())) return [];
    const { mutedTerms, hiddenCategories } = settings;
    return this.decided.all.filter((mention) => {
      if (mutedTerms.includes(mention.term)) return false;
      if (this.notMeant.size > 0 && this.notMeant.has(placeKey(mention))) return false;
      const category = this.categoryOf(mention.term);
      return category === undefined || !hiddenCategories.includes(category);
    });
  }

  private categoryOf(term: string) {
    return categoriesOf(this.names).get(term);
  }

  private watchMarks(): void {
    // Not by what is painted: while text is made anew nothing may be, and where the pointer is must stay known.
    const areThere = this.rendered.wanted.length > 0;
    if (areThere) this.pointer.listen();
    else {
      this.pointer.stop();
      this.link.pointAt(undefined, performance.now());
    }
    const isNeeded = areThere || this.isDesigned;
    this.patrol.set(isNeeded && document.visibilityState === 'visible');
  }

  /** Nothing tells of what is looked for here. Gives the milliseconds it took. */
  private async makeRound(): Promise<number> {
    if (this.stopIfOrphaned()) return 0;
    const start = performance.now();
    this.marks.restore();
    if (this.marks.size > 0) this.sheet.askAgain();
    // A page that turns dark tells nobody.
    if (this.settings && isToldByGround(this.settings)) this.paint(this.settings);
    const isDesigned = document.designMode === 'on';
    if (isDesigned !== this.isDesigned) {
      this.isDesigned = isDesigned;
      this.text.readAgain();
    }
    const spent = performance.now() - start;
    const looked = await this.rendered.lookInTime();
    return spent + looked + (await this.findSections());
  }

  /** Headings may have come or gone between names that stayed. Gives the milliseconds it took. */
  private async findSections(): Promise<number> {
    if (!this.haveNodesMoved) return 0;
    this.haveNodesMoved = false;
    const start = performance.now();
    if (await this.decided.findSections(this.life.signal)) this.showMentions();
    return performance.now() - start;
  }

  private stopIfOrphaned(): boolean {
    const isGone = isOrphaned();
    if (isGone) this.stop();
    return isGone;
  }

  private reach(index: number): void {
    const mention = this.mentions[index] as PageMention;
    this.reached = { id: mention.id, index };
    elementOf(mention)?.scrollIntoView({ block: 'center', behavior: 'instant' });
    if (rectsOf(mention).length > 0) this.link.reach(mention, index + 1, this.mentions.length);
  }

  private onLooked(): void {
    this.count = this.mentions.length;
    this.counts.tell(this.count);
  }
}

/** The same mention in the same words, however often the page makes them anew. */
function placeKey({ term, block, start }: PageMention): string {
  return `${term} ${start} ${block.text}`;
}
