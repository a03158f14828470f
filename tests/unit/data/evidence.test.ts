import pack from 'virtual:built-in-pack';
import { expect, test } from 'vitest';
import { foldEntry } from '../../../src/matcher/fold-entry';

/** Every list of words that speaks for names or against them, with its place. */
const lists: [string, readonly string[]][] = [
  ...Object.entries(pack.evidence ?? {}),
  ...pack.terms.flatMap(({ id, aliases }) =>
    aliases.flatMap((alias) =>
      [alias.for?.words, alias.against?.words].map((words): [string, readonly string[]] => [
        `${id}: ${alias.text}`,
        words ?? [],
      ]),
    ),
  ),
];

test('no word stands in a list of evidence in two forms, which would count twice', () => {
  // "post-training" reads "posttraining" as well, and "chip" reads "chips".
  const twice = lists.flatMap(([place, words]) => {
    const folded = words.map(foldEntry);
    const solid = new Set(folded.filter((word) => / /.test(word)).map(withoutSpaces));
    return folded
      .filter(
        (word, at) =>
          folded.indexOf(word) < at ||
          solid.has(word) ||
          (/[a-z]s$/.test(word) && folded.includes(word.slice(0, -1))),
      )
      .map((word) => `${place}: ${word}`);
  });
  expect(twice).toEqual([]);
});

test('a word with and without a space is written with one in all lists', () => {
  const folded = new Set(lists.flatMap(([, words]) => words.map(foldEntry)));
  const spaced = [...folded].filter((word) => / /.test(word));
  expect(spaced.filter((word) => folded.has(withoutSpaces(word)))).toEqual([]);
});

const withoutSpaces = (word: string): string => word.replaceAll(' ', '');
