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

/** The text of a tree that gives so many characters of a whole, and so many again; and how often it gave any. */
function treeOf(whole: string, characters: number) {
  const taken = { count: 0 };
  const tree = new TreeText({} as Element, function* (all) {
    for (let at = 0; at < whole.length; at += characters, taken.count++) {
      all.text += whole.slice(at, at + characters);
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
    expect(startsIn(treeOf(`name${gap}`.repeat(many.length), 4 + gap.length).tree)).toEqual(
      many.map((index) => index * (4 + gap.length)),
    );
});

test('a name is found where the text is taken up to its middle, and its end later', () => {
  for (const before of ['', ' ', '  ', '   ', '    ']) {
    const whole = before + 'name '.repeat(100_000);
    const { tree } = treeOf(whole, 3);
    expect(startsIn(tree)).toEqual([...whole.matchAll(/name/g)].map(({ index }) => index));
  }
});

test('a word that goes on from one piece into the next is one', () => {
  expect(startsIn(treeOf('name'.repeat(100_000), 4).tree)).toEqual([0]);
});

test('little more is taken than is searched, and what was searched is not kept', () => {
  const { tree, taken } = treeOf('name '.repeat(1_000_000), 5);
  const search = searchTraces(tree, () => names);
  let longest = 0;
  for (const traces of search) {
    longest = Math.max(longest, tree.text.length);
    if (traces.some(({ start }) => start > 2_000_000)) search.return();
  }
  expect(taken.count).toBeLessThan(460_000);
  expect(longest).toBeLessThan(300_000);
});

test('little is searched for the first names, and more in one go from then on', () => {
  const lengths: number[] = [];
  const counting: NameSearch = {
    tracesIn: (text) => {
      lengths.push(text.length);
      return names.tracesIn(text);
    },
  };
  const { tree } = treeOf('name '.repeat(20_000), 5);
  for (const _traces of searchTraces(tree, () => counting));
  expect(lengths.slice(0, 4)).toEqual([1_256, 4_257, 16_257, 16_257]);
  expect(Math.max(...lengths)).toBe(16_257);
});

test('where there is no text, nobody is asked for names', () => {
  const { tree } = treeOf('\n'.repeat(100_000), 1);
  const traces = searchTraces(tree, () => {
    throw new Error('asked for names');
  });
  expect([...traces].flat()).toEqual([]);
});
