import { expect, test } from 'vitest';
import type { NameSearch } from '../../../src/matcher/name-search';
import { searchTraces } from '../../../src/page/trace-search';
import { TreeText } from '../../../src/page/tree-text';

const names: NameSearch = {
  tracesIn: (text) =>
    [...text.matchAll(/\b(?:name)+/g)].map(({ index, 0: { length } }) => ({
      start: index,
      end: index + length,
      isWord: true,
    })),
};

/** The text of a tree that gives so many of these, one after another; and how many it gave. */
function treeOf(word: string, count: number) {
  const taken = { count: 0 };
  const tree = new TreeText({} as Element, function* (whole) {
    for (; taken.count < count; taken.count++) {
      whole.text += word;
      yield;
    }
  });
  return { tree, taken };
}

function startsIn(tree: TreeText): number[] {
  return [...searchTraces(tree, () => names)].flat().map(({ start }) => start);
}

test('each name is found once, and where it stands in all the text, wherever a piece of that ends', () => {
  const many = Array.from({ length: 100_000 }, (_, index) => index);
  for (const gap of [' ', '  ', '   ', '     '])
    expect(startsIn(treeOf(`name${gap}`, many.length).tree)).toEqual(
      many.map((index) => index * (4 + gap.length)),
    );
});

test('a name is found where the text is taken up to its middle, and its end later', () => {
  for (const before of ['', ' ', '  ', '   ', '    ']) {
    const whole = before + 'name '.repeat(100_000);
    const tree = new TreeText({} as Element, function* (taken) {
      for (let at = 0; at < whole.length; at += 3) {
        taken.text += whole.slice(at, at + 3);
        yield;
      }
    });
    expect(startsIn(tree)).toEqual([...whole.matchAll(/name/g)].map(({ index }) => index));
  }
});

test('a word that goes on from one piece into the next is one', () => {
  expect(startsIn(treeOf('name', 100_000).tree)).toEqual([0]);
});

test('little more is taken than is searched, and what was searched is not kept', () => {
  const { tree, taken } = treeOf('name ', 1_000_000);
  const search = searchTraces(tree, () => names);
  let longest = 0;
  for (const traces of search) {
    longest = Math.max(longest, tree.text.length);
    if (traces.some(({ start }) => start > 2_000_000)) search.return();
  }
  expect(taken.count).toBeLessThan(460_000);
  expect(longest).toBeLessThan(300_000);
});

test('where there is no text, nobody is asked for names', () => {
  const { tree } = treeOf('\n', 100_000);
  const traces = searchTraces(tree, () => {
    throw new Error('asked for names');
  });
  expect([...traces].flat()).toEqual([]);
});
