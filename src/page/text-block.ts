import { type BlockReading, WORD_BREAK } from '../matcher/mention';

const LETTER_LAST = /[\p{L}\p{N}]$/u;
const LETTER_FIRST = /^[\p{L}\p{N}]/u;
const IN_WORD = /[A-Za-z0-9\-\u2010-\u2013]/;

/** A place in the page's text. */
export interface TextPoint {
  node: Text;
  offset: number;
}

/**
 * The text of a paragraph, a cell, a list item: everything between two block boundaries, inline elements
 * joined, and where each piece of it stands in the page.
 */
export class TextBlock {
  text = '';
  /** What the matcher made of the text. */
  reading?: BlockReading;
  readonly nodes: Text[] = [];
  /** Where each node begins in {@link text}; below zero for the rest of a node that was cut. */
  private readonly starts: number[] = [];
  /** Whether a link begins or ends where the text stands. */
  private isAtEdge = false;

  /** @param container The block element or shadow root whose own text this is. */
  constructor(readonly container: Node) {}

  /**
   * @param from Where in the node to begin.
   * @param to Where in the node to end.
   */
  append(node: Text, from = 0, to = node.length): void {
    const piece = textIn(node, from, to);
    if (this.isAtEdge && piece !== '') {
      if (LETTER_LAST.test(this.text.slice(-2)) && LETTER_FIRST.test(piece.slice(0, 2)))
        this.breakWord();
      this.isAtEdge = false;
    }
    this.nodes.push(node);
    this.starts.push(this.text.length - from);
    this.text += piece;
  }

  beginsWith(other: TextBlock): boolean {
    return this.nodes[0] === other.nodes[0] && this.starts[0] === other.starts[0];
  }

  /** Ends the word, unless nothing was said yet or it has ended already. */
  breakWord(): void {
    if (this.text !== '' && !this.text.endsWith(WORD_BREAK)) this.text += WORD_BREAK;
  }

  /**
   * Marks the edge of a link. It ends a word that would run on without a sign or a space between, as in rows
   * of tags; `<a>o1</a>-mini` and `<a>DeepSeek</a> R1` are one name.
   */
  edge(): void {
    this.isAtEdge = true;
  }

  /**
   * Where a span of the text stands in the page. The end lies in the node of the last character, so that a
   * name at the end of `<b>` does not reach out of it.
   */
  rangeOf({ start, end }: { start: number; end: number }): StaticRange {
    const first = this.pointAt(start);
    const last = this.pointAt(end - 1);
    return new StaticRange({
      startContainer: first.node,
      startOffset: first.offset,
      endContainer: last.node,
      endOffset: last.offset + 1,
    });
  }

  nodeAt(position: number): Text {
    return this.nodes[this.indexAt(position)] as Text;
  }

  /** The nodes that hold a span of the text. */
  nodesOf({ start, end }: { start: number; end: number }): readonly Text[] {
    return this.nodes.slice(this.indexAt(start), this.indexAt(end - 1) + 1);
  }

  /** Whether the page still reads there as it did when the block was read. */
  stillReads({ start, end }: { start: number; end: number }): boolean {
    const last = this.indexAt(end - 1);
    for (let index = this.indexAt(start); index <= last; index++) {
      const node = this.nodes[index] as Text;
      const offset = this.starts[index] as number;
      const from = Math.max(start, offset);
      const to = Math.min(end, this.starts[index + 1] ?? end);
      if (!node.isConnected) return false;
      if (textIn(node, from - offset, to - offset) !== this.text.slice(from, to)) return false;
    }
    return true;
  }

  /**
   * Whether a letter, a digit or a hyphen has come to stand beside a span in its own nodes, so that it is part of
   * a longer word by now: "GPT" of "GPT-4o", as a text grows.
   */
  runsOn({ start, end }: { start: number; end: number }): boolean {
    const first = this.pointAt(start);
    const last = this.pointAt(end - 1);
    return (
      isNewInWord(first.node.data[first.offset - 1], this.text[start - 1]) ||
      isNewInWord(last.node.data[last.offset + 1], this.text[end])
    );
  }

  /** Where a position of the text stands in the page. */
  pointAt(position: number): TextPoint {
    const index = this.indexAt(position);
    return {
      node: this.nodes[index] as Text,
      offset: position - (this.starts[index] as number),
    };
  }

  /** The node that holds a position. */
  private indexAt(position: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function isNewInWord(character: string | undefined, before: string | undefined): boolean {
  return character !== undefined && character !== before && IN_WORD.test(character);
}

/** A part of a node's text. Firefox copies all of it whenever it is asked for the whole, ten megabytes too. */
export function textIn(node: CharacterData, from: number, to: number): string {
  if (from === 0 && to === node.length) return node.data;
  return from > node.length ? '' : node.substringData(from, to - from);
}
