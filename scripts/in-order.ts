/**
 * Does work on many pieces, a few at a time, and gives the results in the order of the pieces.
 *
 * @param atOnce How many pieces are under way at once.
 * @throws what `work` throws, when its piece's turn has come.
 */
export async function* inOrder<Piece, Result>(
  pieces: readonly Piece[],
  atOnce: number,
  work: (piece: Piece) => Promise<Result>,
): AsyncGenerator<Result> {
  const results: Promise<Result>[] = [];
  const ended: Promise<unknown>[] = [];
  for (const [index, piece] of pieces.entries()) {
    const turn = ended[index - atOnce] ?? Promise.resolve();
    const result = turn.then(() => work(piece));
    results.push(result);
    ended.push(result.catch(() => undefined));
  }
  yield* results;
}
