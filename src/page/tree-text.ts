import { isLarge } from './large-tree';

/** What a page's text content holds though nobody reads it. */
const SILENT = ':is(script,style):not(:empty,script *,style *)';
/** The same in the page's body alone, where the document is asked. */
const SILENT_IN_BODY = `body:first-of-type ${SILENT}`;
/** Those that are left out at once: to find the place of each the engine counts its siblings. */
const MOST_SILENT = 500;
/** UTF-16 code units from which on it is worth leaving one out where nodes are asked one by one. */
const LONG = 500;
/** Nodes between two looks at the clock. */
const NODES_PER_LOOK = 256;

/** Gives one text after another, then `null`. */
export type Texts = Pick<TreeWalker, 'nextNode'>;

type Silent = ArrayLike<Element> & Iterable<Element>;

/**
 * All the text below a node as one string, the text of scripts and style sheets left out; where nodes are asked one by
 * one, that of short ones is not.
 */
export class TreeText {
  text = '';
  /** The elements whose text was left out, in reading order. */
  private silent: Silent = [];
  /** The texts that were. */
  private readonly leftOut = new Set<Node>();
  /** Where gathering node by node stands; undefined once the text is there. */
  private walker: Texts | undefined;

  /** @param someOf Gives the texts that are gathered, one by one, if not all below the node. */
  constructor(
    readonly root: ParentNode & Node,
    private readonly someOf?: (root: Node) => Texts,
  ) {
    // No selector is asked of the body itself: see `isBodyOrInPage`.
    const isBody = root === document.body;
    const asked = isBody ? document : root;
    // In a large tree nodes are asked one by one.
    const isOneByOne = someOf !== undefined || isLarge(asked);
    const silent = isOneByOne ? [] : asked.querySelectorAll(isBody ? SILENT_IN_BODY : SILENT);
    if (isOneByOne || silent.length > MOST_SILENT) this.walker = this.texts();
    else this.gatherAtOnce(silent);
  }

  /**
   * Gathers on.
   *
   * @returns Whether all the text is there.
   */
  gather(isTimeUp: () => boolean): boolean {
    const { walker } = this;
    if (!walker) return true;
    for (;;) {
      const pieces: string[] = [];
      while (pieces.length < NODES_PER_LOOK) {
        const text = walker.nextNode() as CharacterData | null;
        if (!text) {
          this.walker = undefined;
          break;
        }
        const { data } = text;
        const isLeftOut = data.length >= LONG && (text.parentNode as Element).matches?.(SILENT);
        if (isLeftOut) this.leftOut.add(text);
        else pieces.push(data);
      }
      this.text += pieces.join('');
      if (!this.walker) return true;
      if (isTimeUp()) return false;
    }
  }

  /** Makes a walk over the nodes whose data make up the text: gives one after another, then `null`. */
  walk(): () => CharacterData | null {
    for (const element of this.silent) {
      const texts = textsBelow(element);
      while (texts.nextNode()) this.leftOut.add(texts.currentNode);
    }
    const walker = this.texts();
    return () => {
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!this.leftOut.has(node)) return node as CharacterData;
      }
      return null;
    };
  }

  private texts(): Texts {
    return (this.someOf ?? textsBelow)(this.root);
  }

  private gatherAtOnce(silent: Silent): void {
    const { root } = this;
    this.silent = silent;
    if (silent.length === 0) {
      this.text = root.textContent ?? '';
      return;
    }
    // Between two of them a range gives the text as quickly as the text content is had.
    const range = new Range();
    range.selectNodeContents(root);
    const pieces: string[] = [];
    for (let index = silent.length - 1; index >= 0; index--) {
      const element = silent[index] as Element;
      range.setStartAfter(element);
      pieces.push(range.toString());
      range.setEndBefore(element);
    }
    range.setStart(root, 0);
    pieces.push(range.toString());
    this.text = pieces.reverse().join('');
  }
}

/** `SHOW_TEXT` and `SHOW_CDATA_SECTION` of `NodeFilter`, which Chromium would make first: text content is made of these. */
const TEXTS = 4 | 8;

export const textsBelow = (root: Node): TreeWalker => document.createTreeWalker(root, TEXTS);
