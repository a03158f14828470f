import { containerOf } from './container-of';
import { unlessDead } from './dead-nodes';
import { endsLine, isInline, isSilent, kindOf } from './element-kinds';
import { isInPage } from './in-page';
import { EDITOR_ATTRIBUTES } from './islands';
import { ELEMENT, TEXT } from './node-types';
import type { ShadowRoots } from './shadow-roots';
import { saysSomething } from './text-in';
import type { TextReader } from './text-reader';

const CHANGES: MutationObserverInit = {
  childList: true,
  characterData: true,
  subtree: true,
  attributeFilter: EDITOR_ATTRIBUTES,
  attributeOldValue: true,
};

/** Nodes that come to an element, or go, at once of which each is looked at; a hundred thousand took 50 ms. */
const MOST_NODES = 1_000;

/** Blank texts, comments and scripts passed by on the way to the next thing; behind more a line is taken to go on. */
const MOST_UNSEEN = 8;

export interface WatcherCallbacks {
  /** Before anything is painted again: the text of these nodes is not what it was. */
  onTextChanged?(nodes: ReadonlySet<Node>): void;
  /**
   * Nodes came or went: what is marked across several nodes may read otherwise.
   *
   * @param isRemoved Whether any went.
   */
  onNodesMoved?(isRemoved: boolean): void;
  /** The document itself was written anew: listeners on it and on the window are gone. */
  onDocumentReplaced(): void;
  /** There is something to read. */
  onWork(): void;
  /** Nodes that are kept somewhere have died. */
  onLost(): void;
}

/**
 * Tells the reader what changed. One observer watches all trees; its callback runs before the browser paints
 * and does no more than note the places.
 */
export class PageWatcher {
  /** Whether, since the last reading, shadow trees may have come to stand elsewhere, or in an editor, or in none. */
  private hasMoved = false;
  private readonly observer = new MutationObserver(
    import.meta.env.FIREFOX
      ? unlessDead(
          (records) => this.note(records),
          () => this.callbacks.onLost(),
        )
      : (records) => this.note(records),
  );

  constructor(
    private readonly reader: TextReader,
    private readonly roots: ShadowRoots,
    private readonly callbacks: WatcherCallbacks,
  ) {}

  watch(root: Node): void {
    this.observer.observe(root, CHANGES);
  }

  stop(): void {
    this.observer.disconnect();
  }

  private note(records: readonly MutationRecord[]): void {
    const texts = new Set<Node>();
    for (const { target, type } of records)
      if (type === 'characterData' && target.nodeType === TEXT) texts.add(target);
    const containers = new Set(texts);
    const added = new Map<Node, number>();
    let isRemoved = false;
    for (const record of records) {
      const { target, type } = record;
      if (type === 'characterData') continue;
      if (type === 'attributes') {
        // Editors set the same once more whenever they like.
        const { attributeName, oldValue } = record;
        if ((target as Element).getAttribute(attributeName as string) === oldValue) continue;
        this.reader.wantTree(target);
        containers.add(target);
        this.hasMoved = true;
        continue;
      }
      const { addedNodes, removedNodes } = record;
      isRemoved ||= removedNodes.length > 0 && !isSheet(target);
      this.hasMoved ||=
        removedNodes.length > MOST_NODES || some(removedNodes, (node) => node.isConnected);
      const count = (added.get(target) ?? 0) + addedNodes.length;
      added.set(target, count);
      // What comes to the document itself beside its root is no text.
      if (count > MOST_NODES && target !== document) {
        // All of it is read then: to look at each before the browser paints would take long.
        this.roots.wantSearch(target as Element | ShadowRoot);
        this.reader.wantTree(target);
        containers.add(target);
        continue;
      }
      for (const node of addedNodes) this.noteAdded(node);
      if (touchesLines(record, texts)) containers.add(target);
    }
    for (const node of containers) if (isInPage(node)) this.noteLines(containerOf(node));
    if (texts.size > 0) this.callbacks.onTextChanged?.(texts);
    if (added.has(document)) this.callbacks.onDocumentReplaced();
    if (isRemoved) this.roots.forgetGone();
    if (isRemoved || this.hasMoved) this.reader.forgetGone();
    if (added.size > 0) this.callbacks.onNodesMoved?.(isRemoved);
    if (this.reader.hasWork) this.callbacks.onWork();
  }

  /** Has the shadow trees read that were moved with what they hang in: no change tells of those. */
  wantMoved(): void {
    const { reader, roots } = this;
    const unwanted = new Set<Node>();
    // Nothing else comes there from outside.
    if (this.hasMoved)
      for (const root of roots.found) if (reader.isWanted(root, unwanted)) reader.wantTree(root);
    this.hasMoved = false;
  }

  /**
   * Of a style sheet nothing is read, and pages write into them all the time. A mark around one, or around a reading aid,
   * is torn by what is written there: of these the lines that they stand in are.
   */
  private noteLines(container: Node): void {
    if (!isSheet(container)) this.reader.wantLines(container);
    const { parentNode, previousSibling, nextSibling } = container;
    // In the head nothing is a line.
    if (!isSilent(container) || !parentNode || parentNode === document.head) return;
    const isInLine =
      goesOnAsLine(previousSibling, 'previousSibling') || goesOnAsLine(nextSibling, 'nextSibling');
    if (isInLine) this.reader.wantLines(containerOf(parentNode));
  }

  private noteAdded(node: Node): void {
    // Pages put in long data so, of which nothing would be read.
    if (node.nodeType !== ELEMENT || isSheet(node)) return;
    this.roots.wantSearch(node as Element);
    // An inline element is read with the lines around it; what stands in blocks or a shadow tree inside it is not.
    if (!isInline(node) || (node as Element).firstElementChild || this.roots.hosts.has(node))
      this.reader.wantTree(node);
  }
}

const isSheet = ({ localName }: Node & { localName?: string }): boolean =>
  localName === 'style' || localName === 'script';

/**
 * Whether a change concerns the text that stands directly in its target: most add blocks between blocks.
 *
 * @param changed Texts that were changed as well: one that went is looked at as it is now, and may have been made blank
 *   first.
 */
function touchesLines(
  { target, addedNodes, removedNodes, previousSibling, nextSibling }: MutationRecord,
  changed: ReadonlySet<Node>,
): boolean {
  if (isInline(target) || removedNodes.length > MOST_NODES) return true;
  return (
    goesOnAsLine(previousSibling, 'previousSibling') ||
    goesOnAsLine(nextSibling, 'nextSibling') ||
    some(addedNodes, isPartOfLine) ||
    some(removedNodes, (node) => changed.has(node) || isPartOfLine(node))
  );
}

/** Whether what stands on one side is part of a line, past what is not seen: frameworks leave marks of their own. */
function goesOnAsLine(from: Node | null, way: 'previousSibling' | 'nextSibling'): boolean {
  let passed = 0;
  for (let at = from; at; at = at[way]) {
    const isUnseen = isSilent(at);
    if ((!isUnseen && isPartOfLine(at)) || passed++ === MOST_UNSEEN) return true;
    if (!isUnseen && at.nodeType === ELEMENT) return false;
  }
  return false;
}

function isPartOfLine(node: Node): boolean {
  if (node.nodeType === TEXT) return saysSomething(node as Text);
  return node.nodeType === ELEMENT && !endsLine(kindOf(node as Element));
}

function some(nodes: NodeList, test: (node: Node) => boolean): boolean {
  for (const node of nodes) if (test(node)) return true;
  return false;
}
