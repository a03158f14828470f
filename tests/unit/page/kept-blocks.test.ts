import { beforeEach, expect, test, vi } from 'vitest';
import type { BlockReading } from '../../../src/matcher/mention';
import { KeptBlocks } from '../../../src/page/kept-blocks';
import { TextBlock } from '../../../src/page/text-block';

// Chromium's nodes are asked by the class of all elements, which is not here.
vi.stubEnv('FIREFOX', 'true');

const FOLLOWING = 4;
const document = {} as Node;
vi.stubGlobal('document', document);

/** A text of a page in which those with larger places stand behind. */
function textAt(place: number, data: string): Text {
  const node = {
    data,
    place,
    length: data.length,
    isConnected: true,
    ownerDocument: document,
    getRootNode: () => document,
    compareDocumentPosition: (other: { place: number }) => (other.place > place ? FOLLOWING : 2),
  };
  return node as unknown as Text;
}

function blockOf(container: Node, node: Text): TextBlock {
  const block = new TextBlock(container);
  block.append(node);
  return block;
}

const paragraph = (contains = true) =>
  ({ isConnected: true, ownerDocument: document, contains: () => contains }) as unknown as Node;

/** What names a text holds is no matter here: those with R1 do. */
const read = (text: string) => (text.includes('R1') ? ({} as BlockReading) : undefined);

let kept: KeptBlocks;
beforeEach(() => {
  kept = new KeptBlocks(read);
});

const texts = () => kept.all.map(({ text }) => text);

test('only blocks with names are kept, each with its reading, in the order of the page', () => {
  for (const [place, text] of [
    [1, 'R1 first'],
    [7, 'R1 last'],
    [3, 'R1 between'],
    [5, 'nothing'],
    [0, 'R1 before'],
  ] as const) {
    kept.take(blockOf(paragraph(), textAt(place, text)));
  }
  expect(texts()).toEqual(['R1 before', 'R1 first', 'R1 between', 'R1 last']);
  expect(kept.all.every(({ reading }) => reading)).toBe(true);
});

test('a block takes the place of the one that began there, and that one is told once', () => {
  const container = paragraph();
  const [node, next] = [textAt(1, 'R1 was'), textAt(2, 'R1 beside')];
  const before = blockOf(container, node);
  kept.take(before);
  kept.take(blockOf(container, next));
  expect(kept.takeRetired()).toEqual([]);
  kept.take(blockOf(container, node));
  expect(texts()).toEqual(['R1 was', 'R1 beside']);
  expect(kept.takeRetired()).toEqual([before]);
  expect(kept.takeRetired()).toEqual([]);
});

test('pieces of one long text stand in its order', () => {
  const container = paragraph();
  const data = `${'R1 '.repeat(1_000)}`;
  const node = Object.assign(textAt(1, data), {
    substringData: (from: number, length: number) => data.slice(from, from + length),
  });
  const pieces = [0, 900, 2_100].map((from, at) => {
    const piece = new TextBlock(container);
    piece.append(node, from, from + 300 + at);
    return piece;
  });
  for (const at of [1, 2, 0]) kept.take(pieces[at] as TextBlock);
  expect(kept.all).toEqual(pieces);
});

test('blank nodes that the page may take away give a block no place and no name', () => {
  const container = paragraph();
  const [blank, node] = [textAt(2, ' '), textAt(4, 'R1 behind')];
  const block = blockOf(container, blank);
  block.append(node);
  kept.take(block);
  Object.assign(blank, { place: 9 });
  kept.take(blockOf(paragraph(), textAt(3, 'R1 before')));
  expect(texts()).toEqual(['R1 before', ' R1 behind']);
  kept.take(blockOf(container, node));
  expect(texts()).toEqual(['R1 before', 'R1 behind']);
});

test('nothing is placed by blocks whose text has changed since, and in the next reading they are gone', () => {
  const changed = [paragraph(), paragraph()] as const;
  const [first, second, third] = [
    textAt(1, 'R1 first'),
    textAt(3, 'R1 second'),
    textAt(5, 'R1 last'),
  ];
  kept.take(blockOf(changed[0], first));
  kept.take(blockOf(paragraph(), second));
  kept.take(blockOf(changed[1], third));
  // As a node has it that has left the page.
  Object.assign(first, { compareDocumentPosition: () => 2 });
  Object.assign(third, { compareDocumentPosition: () => FOLLOWING });
  kept.outdate(changed);
  for (const [place, text] of [
    [2, 'R1 two'],
    [4, 'R1 four'],
    [0, 'R1 zero'],
  ] as const)
    kept.take(blockOf(paragraph(), textAt(place, text)));
  const isNew = (text: string) => text !== 'R1 first' && text !== 'R1 last';
  expect(texts().filter(isNew)).toEqual(['R1 zero', 'R1 two', 'R1 second', 'R1 four']);
  expect(texts()).toHaveLength(6);
  kept.forgetOutdated();
  expect(texts()).toEqual(['R1 zero', 'R1 two', 'R1 second', 'R1 four']);
  expect(kept.takeRetired().map(({ text }) => text)).toEqual(['R1 first', 'R1 last']);
});

test('a block that has left the page before it is taken is not', () => {
  kept.take(blockOf(paragraph(), Object.assign(textAt(1, 'R1'), { isConnected: false })));
  kept.take(blockOf(paragraph(), Object.assign(textAt(1, 'R1'), { ownerDocument: {} })));
  kept.take(blockOf(paragraph(false), textAt(1, 'R1')));
  expect(kept.isEmpty).toBe(true);
});

test('of the other lines of a container none is looked at', () => {
  const isAt = vi.spyOn(TextBlock.prototype, 'isAt');
  const container = paragraph();
  for (let place = 0; place < 100; place++)
    kept.take(blockOf(container, textAt(place, `R1 ${place}`)));
  expect(isAt).not.toHaveBeenCalled();
  kept.forget([container]);
  expect(kept.isEmpty).toBe(true);
  expect(kept.takeRetired()).toHaveLength(100);
});

test('a block whose name is gone is kept no more', () => {
  const container = paragraph();
  const node = textAt(1, 'R1');
  const block = blockOf(container, node);
  kept.take(block);
  Object.assign(node, { data: 'o4', length: 2 });
  kept.take(blockOf(container, node));
  expect(kept.isEmpty).toBe(true);
  expect(kept.takeRetired()).toEqual([block]);
});

test('it has changed when blocks came or went, until that was asked for', () => {
  kept.take(blockOf(paragraph(), textAt(1, 'nothing')));
  expect(kept.hasChanged).toBe(false);
  const container = paragraph();
  kept.take(blockOf(container, textAt(2, 'R1')));
  expect(kept.hasChanged).toBe(true);
  kept.takeRetired();
  expect(kept.hasChanged).toBe(false);
  kept.forget([container]);
  expect(kept.hasChanged).toBe(true);
});

test('the blocks of a container, and of all that are gone, are forgotten and told', () => {
  const [one, two, three] = [paragraph(), paragraph(), paragraph()];
  const [first, second, third, fourth] = [
    blockOf(one, textAt(1, 'R1 a')),
    blockOf(one, textAt(2, 'R1 b')),
    blockOf(two, textAt(3, 'R1 c')),
    blockOf(three, textAt(4, 'R1 d')),
  ];
  for (const block of [first, second, third, fourth]) kept.take(block);
  kept.forget([two]);
  expect(texts()).toEqual(['R1 a', 'R1 b', 'R1 d']);
  expect(kept.takeRetired()).toEqual([third]);
  kept.forget([one]);
  expect(texts()).toEqual(['R1 d']);
  expect(kept.takeRetired()).toEqual([first, second]);
  kept.forget([one]);
  expect(kept.hasChanged).toBe(false);
});
