import { expect, test } from 'vitest';
import { TAGS } from '../../../src/page/element-kinds';
import { ORDINARY } from '../../../src/page/shadow-roots';

test('every kind that is known is in the list of ordinary ones, once', () => {
  const ordinary = ORDINARY.split(/,\s*/);
  const known = Object.values(TAGS).join(' ').split(' ');
  expect(known.filter((tag) => !ordinary.includes(tag))).toEqual([]);
  expect(ordinary.filter((tag, index) => ordinary.indexOf(tag) !== index)).toEqual([]);
});
