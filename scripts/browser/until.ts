/** Milliseconds between two questions: less than anybody notices, more than an answer takes. */
const PAUSE = 20;

/** Milliseconds after which nothing is going to come any more, on however slow a machine. */
const LIMIT = 60_000;

/**
 * Asks until the answer is yes. From outside the browser, whose timers are slow in tabs that nobody sees.
 *
 * @param what For the error: "the extension comes up".
 * @throws {Error} where the answer stays no.
 */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + LIMIT; performance.now() < end; ) {
    if (await isSo()) return;
    await new Promise((done) => setTimeout(done, PAUSE));
  }
  throw new Error(`Waited in vain until ${what}.`);
}
