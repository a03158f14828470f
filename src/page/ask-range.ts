type Ends = Pick<AbstractRange, 'startContainer' | 'startOffset' | 'endContainer' | 'endOffset'>;

/** One for all: engines keep every range right at each change of the page, until they come to collect it. */
const range = new Range();

/** Asks a live range, which lies there for as long as it is asked. */
export function askRange<Answer>(
  { startContainer, startOffset, endContainer, endOffset }: Ends,
  ask: (range: Range) => Answer,
): Answer {
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  const answer = ask(range);
  range.setStart(document, 0);
  range.collapse(true);
  return answer;
}
