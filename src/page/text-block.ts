import { type BlockReading, WORD_BREAK } from '../matcher/mention';
import { ElementKind } from './element-kinds';
import { standsBefore } from './reading-order';
import { saysSomething, textIn } from './text-in';

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
  readonly starts: number[] = [];
  /** Whether a link begins or ends where the text stands. */
  private isAtEdge = false;

  private knownFirst: Text | undefined;

  /** @param container The block element or shadow root whose own text this is. */
  constructor(readonly container: Node) {}

  /**
   * The first node that says anything: the page may take a blank one away, and nothing has to be read again. It stays
   * the same whatever the page writes into it, since the block is found by it.
   */
  get first(): Text {
    this.knownFirst ??= this.nodes.find(saysSomething) ?? (this.nodes[0] as Text);
    return this.knownFirst;
  }

  /** The last one that does. */
  get last(): Text {
    return this.nodes.findLast(saysSomething) ?? this.first;
  }

  /** Whether it begins where another block does: it is what that one has become. */
  isAt(other: TextBlock): boolean {
    return this.first === other.first && this.offset === other.offset;
  }

  /** Whether it begins before another block of the page does. */
  isBefore(other: TextBlock): boolean {
    const { first } = this;
    return first === other.first ? this.offset < other.offset : standsBefore(first, other.first);
  }

  /** Where in its first node it begins: a long text is cut into several blocks. */
  private get offset(): number {
    return Math.max(0, -(this.starts[this.nodes.indexOf(this.first)] as number));
  }

  /**
   * @param from Where in the node to begin.
   * @param to Where in the node to end.
   */
  append(node: Text, from = 0, to = node.length): void {
    const piece = textIn(node, from, to);
    if (this.isAtEdge && piece !== '') {
      if (joinsLetters(this.text.slice(-2), piece.slice(0, 2))) this.breakWord();
      this.isAtEdge = false;
    }
    this.nodes.push(node);
    this.starts.push(this.text.length - from);
    this.text += piece;
  }

  /**
   * Ends the word where an element in the line begins or ends, if it does so.
   *
   * @param isRead Whether its text is read: what is left out stands between two words.
   */
  meet(kind: ElementKind, isRead: boolean): void {
    if (!isRead || kind === ElementKind.InlineWord) this.breakWord();
    else if (kind === ElementKind.Link) this.edge();
  }

  /** Ends the word, unless nothing was said yet or it has ended already. */
  private breakWord(): void {
    if (this.text !== '' && !this.text.endsWith(WORD_BREAK)) this.text += WORD_BREAK;
  }

  /**
   * Marks the edge of a link. It ends a word that would run on without a sign or a space between, as in rows
   * of tags; `<a>o1</a>-mini` and `<a>DeepSeek</a> R1` are one name.
   */
  private edge(): void {
    this.isAtEdge = true;
  }
}

/**
 * Whether one text ends with a letter or a digit and another begins with one. Its expressions stand in here since the
 * engine reads them where they stand, and takes a third of a millisecond to gather the letters of all scripts.
 */
const joinsLetters = (before: string, behind: string): boolean =>
  /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(behind);
