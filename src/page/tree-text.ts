/** What a page's text content holds though nobody reads it; the rest of that kind is short. */
const SILENT = 'script,style';
/** UTF-16 code units from which on it is worth leaving one out. */
const LONG = 500;
/** With more elements the engine takes too long over one answer, and the nodes are asked one by one. */
const MOST_AT_ONCE = 30_000;
/** Nodes between two looks at the clock. */
const NODES_PER_LOOK = 256;

/** All the text below a node as one string, the text of long scripts and style sheets left out. */
export class TreeText {
  text = '';
  /** The texts that were left out. */
  private readonly leftOut = new Set<Node>();
  /** Where gathering node by node stands; undefined once the text is there. */
  private walker: TreeWalker | undefined;

  constructor(private readonly root: ParentNode & Node) {
    if (elementsIn(root) > MOST_AT_ONCE) this.walker = textsBelow(root);
    else this.gatherAtOnce();
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
      while (pieces.length < NODES_PER_LOOK && walker.nextNode()) {
        const text = walker.currentNode as CharacterData;
        const { data } = text;
        const isLeftOut = data.length >= LONG && (text.parentNode as Element).matches?.(SILENT);
        if (isLeftOut) this.leftOut.add(text);
        else pieces.push(data);
      }
      this.text += pieces.join('');
      if (pieces.length < NODES_PER_LOOK) break;
      if (isTimeUp()) return false;
    }
    this.walker = undefined;
    return true;
  }

  /** Makes a walk over the nodes whose data make up the text: gives one after another, then `null`. */
  walk(): () => CharacterData | null {
    const walker = textsBelow(this.root);
    return () => {
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!this.leftOut.has(node)) return node as CharacterData;
      }
      return null;
    };
  }

  private gatherAtOnce(): void {
    const { root, leftOut } = this;
    const silent: Element[] = [];
    for (const element of root.querySelectorAll(SILENT)) {
      const first = element.firstChild as Partial<Text> | null;
      if ((first?.length ?? 0) < LONG) continue;
      silent.push(element);
      for (const text of element.childNodes) leftOut.add(text);
    }
    if (silent.length === 0) {
      this.text = root.textContent ?? '';
      return;
    }
    // Between two of them a range gives the text as quickly as the text content is had.
    const range = new Range();
    range.setStart(root, 0);
    for (const element of silent) {
      range.setEndBefore(element);
      this.text += range.toString();
      range.setStartAfter(element);
    }
    range.setEnd(root, root.childNodes.length);
    this.text += range.toString();
  }
}

function elementsIn(root: ParentNode): number {
  const elements =
    root instanceof Element ? root.getElementsByTagName('*') : root.querySelectorAll('*');
  return elements.length;
}

function textsBelow(root: Node): TreeWalker {
  return document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION);
}
