import { askRange } from '../page/ask-range';
import { nodesOf, rangeOf, runsOn, stillReads } from '../page/block-places';
import { hostOf } from '../page/host-of';
import { own } from '../page/own';
import type { PageMention } from '../page/page-mention';
import { isRendered } from '../page/rendered';
import { inSlices, overEach } from '../page/slices';
import { STOPPED } from '../page/stopped';
import type { TextBlock } from '../page/text-block';
import { MARK_NAMES } from './mark-names';
import type { Place } from './mark-pointer';
import { rectsOf } from './mark-view';

/** Marks painted in one go: some milliseconds. */
const MOST_AT_ONCE = 200;

/** One mention to paint, and under which name. */
export interface WantedMark {
  mention: PageMention;
  name: string;
}

interface PaintedMark extends WantedMark {
  readonly range: StaticRange;
  readonly nodes: readonly Text[];
  /** What the range holds, where it runs over several nodes. */
  readonly acrossNodes: string | undefined;
}

/**
 * Paints mentions, and is the only one to do so: a highlight per name in the document's registry, of static
 * ranges. Those cost the page nothing, and go stale when their text changes; then they are taken away at
 * once. Highlights are never iterated, which Firefox forbids to content scripts.
 */
export class Marks {
  /** Ends the painting of what is left to paint. */
  private painting = new AbortController();
  private readonly highlights = new Map<string, Highlight>();
  private readonly byId = new Map<string, PaintedMark>();
  private readonly byRange = new Map<AbstractRange, PaintedMark>();

  constructor() {
    // What a script before us painted, whose extension was updated, is nobody's any more.
    for (const name of MARK_NAMES) CSS.highlights.delete(name);
  }

  get size(): number {
    return this.byId.size;
  }

  /**
   * Paints these and nothing else; what is painted already stays untouched. It is done when it returns, but for
   * pages with very many: there the rest follows in slices, unless others are wanted by then.
   */
  show(wanted: readonly WantedMark[]): void {
    this.painting.abort(STOPPED);
    const kept = new Set<PaintedMark>();
    const missing: WantedMark[] = [];
    for (const mark of wanted) {
      const painted = this.byId.get(mark.mention.id);
      if (painted?.name === mark.name && painted.mention.block === mark.mention.block) {
        kept.add(painted);
      } else missing.push(mark);
    }
    for (const painted of this.byId.values()) if (!kept.has(painted)) this.take(painted);
    const paint = (mark: WantedMark) => {
      if (isRight(mark)) this.paint(mark);
    };
    missing.splice(0, MOST_AT_ONCE).forEach(paint);
    if (missing.length > 0) {
      this.painting = new AbortController();
      void inSlices(overEach(missing, paint), this.painting.signal);
    }
    // Not by what the highlights hold: the page may have emptied them.
    const needed = new Set([...this.byId.values()].map(({ name }) => name));
    for (const name of this.highlights.keys()) {
      if (needed.has(name)) continue;
      CSS.highlights.delete(name);
      this.highlights.delete(name);
    }
  }

  /**
   * Takes away what stands in no text that is watched: pages that reuse elements write into them while they
   * are out of the page, and nothing tells of that.
   *
   * @param shadowRoots Those in the page that are watched beside the document.
   */
  dropRemoved(shadowRoots: ReadonlySet<Node>): void {
    const isWatched = (node: Node) => {
      const root = node.getRootNode();
      return root === document || shadowRoots.has(root);
    };
    for (const painted of this.byId.values())
      if (!painted.nodes.every(isWatched)) this.take(painted);
  }

  /**
   * Takes away what is no name where it stands by now: what holds something else, and what goes on beside it.
   *
   * @param outdated The containers in whose lines anything has changed since they were read.
   * @param texts Nodes whose text was changed just now, in lines that may be read already.
   */
  dropWrong(outdated: ReadonlySet<Node>, texts?: ReadonlySet<Node>): void {
    for (const painted of this.byId.values()) {
      const { acrossNodes, mention, range, nodes } = painted;
      const isTorn = acrossNodes !== undefined && heldBy(range) !== acrossNodes;
      const isDoubtful =
        outdated.has(mention.block.container) || nodes.some((node) => texts?.has(node));
      if (isTorn || (isDoubtful && !isRight(painted))) this.take(painted);
    }
  }

  /** Puts back what the page took away, and takes out what it wrote in; its own highlights are left alone. */
  restore(): void {
    for (const [name, highlight] of this.highlights) {
      if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
      const ours = [...this.byId.values()].filter((painted) => painted.name === name);
      if (highlight.size === ours.length && ours.every(({ range }) => highlight.has(range)))
        continue;
      highlight.clear();
      for (const { range } of ours) highlight.add(range);
    }
  }

  /** The mention whose mark is at a point of the viewport. */
  at(x: number, y: number, shadowRoots: ReadonlySet<ShadowRoot>): PageMention | undefined {
    const found = (CSS.highlights as unknown as PointedHighlights).highlightsFromPoint(x, y, {
      shadowRoots: [...shadowRoots],
    });
    for (const { ranges } of found) {
      for (const range of ranges) {
        const painted = this.byRange.get(range);
        if (painted && (!import.meta.env.FIREFOX || isSeenIn(painted, hitAt(x, y))))
          return painted.mention;
      }
    }
    return import.meta.env.FIREFOX ? undefined : inLinkAt(x, y, this.byId.values());
  }

  /** The block with marks whose text is at a point of the viewport. */
  blockAt({ x, y }: Place, shadowRoots: ReadonlySet<ShadowRoot>): TextBlock | undefined {
    const caret = document.caretPositionFromPoint(x, y, { shadowRoots: [...shadowRoots] });
    const node = caret?.offsetNode;
    for (const { mention } of this.byId.values()) {
      if (mention.block.nodes.includes(node as Text)) return mention.block;
    }
    return undefined;
  }

  private paint({ mention, name }: WantedMark): void {
    let highlight = this.highlights.get(name);
    if (!highlight) {
      highlight = new Highlight();
      // Where the page paints on the same words, its own highlights lie above.
      highlight.priority = -1;
      this.highlights.set(name, highlight);
      CSS.highlights.set(name, highlight);
    }
    const range = rangeOf(mention.block, mention);
    const nodes = nodesOf(mention.block, mention);
    const acrossNodes = nodes.length > 1 ? heldBy(range) : undefined;
    const painted: PaintedMark = { mention, name, range, nodes, acrossNodes };
    highlight.add(range);
    this.byId.set(mention.id, painted);
    this.byRange.set(range, painted);
  }

  private take({ mention, name, range }: PaintedMark): void {
    this.highlights.get(name)?.delete(range);
    this.byId.delete(mention.id);
    this.byRange.delete(range);
  }
}

/** The text may have changed since it was read, or since it was painted. */
function isRight({ mention }: WantedMark): boolean {
  return stillReads(mention.block, mention) && !runsOn(mention.block, mention);
}

/**
 * What takes the pointer at a point of the viewport. A link does so as a whole: it may lie over its own text, to reach
 * over all of a teaser.
 */
function hitAt(x: number, y: number): Element | null {
  const hit = document.elementFromPoint(x, y);
  return (hit && own(hit, 'closest').call(hit, 'a')) ?? hit;
}

/**
 * Whether a mark is seen in what takes the pointer: Firefox meets what lies below other things as well, and what is
 * clipped away, by the lines alone.
 */
function isSeenIn({ mention, nodes }: PaintedMark, hit: Element | null): boolean {
  const isIn = nodes.some((node) => {
    for (let at: Node | undefined = node; at; at = hostOf(at)) if (hit?.contains(at)) return true;
    return false;
  });
  return isIn && isRendered(mention);
}

/** Of a link that lies over its own text Chromium meets no text. */
function inLinkAt(x: number, y: number, marks: Iterable<PaintedMark>): PageMention | undefined {
  const hit = hitAt(x, y);
  if (hit?.localName !== 'a') return undefined;
  const isAt = ({ left, right, top, bottom }: DOMRectReadOnly) =>
    left <= x && x < right && top <= y && y < bottom;
  for (const { mention, nodes } of marks)
    if (
      nodes.some((node) => hit.contains(node)) &&
      rectsOf(mention).some(isAt) &&
      isRendered(mention)
    )
      return mention;
  return undefined;
}

interface PointedHighlights {
  highlightsFromPoint(
    x: number,
    y: number,
    options: { shadowRoots: ShadowRoot[] },
  ): readonly { ranges: readonly AbstractRange[] }[];
}

function heldBy(range: StaticRange): string {
  const { startContainer, endContainer } = range;
  if (!startContainer.isConnected || !endContainer.isConnected) return '';
  return askRange(range, String);
}
