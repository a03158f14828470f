import { expect, test } from 'vitest';
import { codeUnder, read } from './support/tree';

const EXPORT = /^export (?:default )?(?:async )?(?:function|class) \w+/;

/** Code that others call: what it is for is said where it stands. */
test('every exported function and class has a doc comment', () => {
  const bare = codeUnder('src', 'entrypoints', 'scripts', 'tests').flatMap((path) => {
    const lines = read(path).split('\n');
    return lines.flatMap((line, index) => {
      const isBare = EXPORT.test(line) && !lines[index - 1]?.endsWith('*/');
      return isBare ? [`${path}:${index + 1}: ${line}`] : [];
    });
  });
  expect(bare).toEqual([]);
});
