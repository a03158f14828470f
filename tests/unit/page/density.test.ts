import { describe, expect, test } from 'vitest';
import { chooseMarked } from '../../../src/page/density';

const place = (term: string, section?: string) => ({ term, section });
const mentions = [
  place('o1'),
  place('o1'),
  place('o1', 'first'),
  place('r1', 'first'),
  place('r1', 'first'),
  place('o1', 'second'),
];
const chosen = (density: 'section' | 'page' | 'all') =>
  chooseMarked(mentions, density).map((mention) => mentions.indexOf(mention));

describe('the choice of marks', () => {
  test('takes the first mention of each term in each section, the part before the first heading being one', () => {
    expect(chosen('section')).toEqual([0, 2, 3, 5]);
  });

  test('takes the first mention of each term on the page', () => {
    expect(chosen('page')).toEqual([0, 3]);
  });

  test('takes all', () => {
    expect(chosen('all')).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
