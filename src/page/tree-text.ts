import { isInPage } from './in-page';
import { matches } from './matches';
import { own } from './own';

/** What a page's text content holds though nobody reads it. */
const SILENT = ':is(script,style):not(:empty,script *,style *)';
/** The same in the page's body alone, where the document is asked. */
const SILENT_IN_BODY = `body:first-of-type ${SILENT}`;
/** A tree of more elements is not taken in one go, but so many elements after so many. */
const MOST_AT_ONCE = 5_000;
const ELEMENTS_PER_PIECE = 64;
/** UTF-16 code units from which on it is worth looking for scripts in a piece of these: it may be a script's data. */
const LONG = 20_000;

/** Gives one text after another, then `null`. */
export type Texts = Pick<TreeWalker, 'nextNode'>;

/** A stretch of a tree's text, up to the next one. */
export interface TextPiece {
  /** Where it begins in all the text. */
  start: number;
  /** Goes through the nodes it stands in, and on; nothing where what it begins at is no longer where it was. */
  texts(): Texts | undefined;
}

/**
 * The text below a node, and the pieces it was taken in. Of a large tree only what is being read is kept: one string of all
 * would be a copy of the page, which the engine puts together in one go at the first look.
 */
export class TreeText {
  /** What was taken and is still kept. */
  text = '';
  /** Where that begins in all the text. */
  start = 0;
  readonly pieces: TextPiece[] = [];
  private readonly rest: Iterator<void>;

  /** @param take Takes the text, stopping now and then; all there is, but for scripts and style sheets, if not given. */
  constructor(
    readonly root: ParentNode & Node,
    take: (tree: TreeText) => Iterator<void> = takePieces,
  ) {
    this.rest = take(this);
  }

  get end(): number {
    return this.start + this.text.length;
  }

  /** @returns Whether there may be more. */
  takeOn(): boolean {
    return !this.rest.next().done;
  }

  /** Keeps nothing in front of a position. */
  drop(to: number): void {
    this.text = this.text.slice(to - this.start);
    this.start = to;
  }
}

/** One for all trees, which are taken one after another: engines keep every range right until they come to collect it. */
let piece: Range;

/**
 * Takes all the text below a node without the nodes it stands in: each would be one more object of ours, which the engine
 * makes, keeps and clears away. In a large tree the text of short scripts is taken with the rest.
 */
function* takePieces(tree: TreeText): Generator<void, void> {
  const { root, pieces } = tree;
  pieces.push({ start: 0, texts: () => textsBelow(root) });
  // No selector is asked of the body itself: see `isBodyOrInPage`.
  const isBody = root === document.body;
  const asked = isBody ? document : root;
  const all = asked.querySelectorAll('*');
  const isLarge = all.length > MOST_AT_ONCE;
  const silent = isLarge ? [] : asked.querySelectorAll(isBody ? SILENT_IN_BODY : SILENT);
  if (!isLarge && silent.length === 0) {
    tree.text = own(root, 'textContent') as string;
    return;
  }
  piece ??= new Range();
  piece.setStart(root, 0);
  /** To the end of all, if no element is given. */
  const textUpTo = (element?: Element) => {
    // Inside of it, not before: to find its place the engine would count its siblings.
    piece.setEnd(element ?? root, element ? 0 : root.childNodes.length);
    return piece.toString();
  };
  const cut = (element: Element, isSilent: boolean, text = textUpTo(element)) => {
    tree.text += text;
    piece.setStart(element, isSilent ? element.childNodes.length : 0);
    pieces.push(pieceBehind(element, isSilent, tree));
  };
  for (const element of silent) cut(element, true);
  if (isLarge) {
    const isAhead = (element: Element) =>
      root.contains(element) && piece.comparePoint(element, 0) >= 0;
    let from = 0;
    for (let to = ELEMENTS_PER_PIECE; from < all.length; to += ELEMENTS_PER_PIECE) {
      yield;
      // The page took away, or elsewhere, what the range was in: it is read there.
      if (!root.contains(piece.startContainer)) return;
      const border = all[to];
      if (border && !isAhead(border)) continue;
      const text = textUpTo(border);
      const isLong = text.length > LONG;
      while (from < to && isLong) {
        const element = all[from++];
        if (element && isAhead(element) && matches(element, SILENT)) cut(element, true);
      }
      from = to;
      if (border) cut(border, false, isLong ? undefined : text);
    }
  }
  tree.text += textUpTo();
  piece.setEnd(document, 0);
}

/** @param isSilent Whether the element's own text is left out: the piece begins at its end. */
function pieceBehind(element: Element, isSilent: boolean, { root, end }: TreeText): TextPiece {
  const before = nodeBefore(element);
  return {
    start: end,
    texts: () => {
      if (isSilent ? !isInPage(element) : nodeBefore(element) !== before) return undefined;
      let last: Node = element;
      while (isSilent && last.lastChild) last = last.lastChild;
      const texts = textsBelow(root);
      texts.currentNode = last;
      return texts;
    },
  };
}

const nodeBefore = ({ previousSibling, parentNode }: Element): Node | null =>
  previousSibling ?? parentNode;

/** `SHOW_TEXT` and `SHOW_CDATA_SECTION` of `NodeFilter`, which Chromium would make first: text content is made of these. */
const TEXTS = 4 | 8;

export const textsBelow = (root: Node): TreeWalker => document.createTreeWalker(root, TEXTS);
