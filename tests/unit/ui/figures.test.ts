import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitFigures } from '../../../src/ui/figures';

const marked = (text: string, ...figures: string[]) =>
  splitFigures(
    text,
    figures.map((figure) => ({ text: figure, isDate: false })),
  )
    .map((piece) => (piece.figure ? `[${piece.text}]` : piece.text))
    .join('');

test.each([
  [
    'On AIME it scored 79.8%, more than 79.2%.',
    ['79.8%', '79.2%'],
    'On AIME it scored [79.8%], more than [79.2%].',
  ],
  ['R1 ranks first', [], 'R1 ranks first'],
  ['60分提高到70分', ['60分', '70分'], '[60分]提高到[70分]'],
  ['8 of 2.78 and 800 and 8', ['8'], '[8] of 2.78 and 800 and [8]'],
  ['US$5.6 million, not $5', ['US$5.6 million', '$5'], '[US$5.6 million], not [$5]'],
  ['(a+)+$ stays text', ['(a+)+$'], '[(a+)+$] stays text'],
])('in %j the figures %j are set apart', (text, figures, expected) => {
  expect(marked(text, ...figures)).toBe(expected);
});

test('the pieces joined are the text', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.array(fc.record({ text: fc.string(), isDate: fc.boolean() })),
      (text, figures) => {
        expect(
          splitFigures(text, figures)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      },
    ),
  );
});
