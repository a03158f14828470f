/**
 * Resolves once a frame was drawn: what is asked of style and layout then costs nothing. A page that is seen may
 * yet draw nothing.
 *
 * @param limit Milliseconds to wait for one.
 */
export function nextFrame(limit: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, limit);
    requestAnimationFrame(() => setTimeout(done));
  });
}
