import type { Page } from 'puppeteer-core';

/** Milliseconds a press has until it must have had its effect. */
const LIMIT = 30_000;

/**
 * Presses a control of the card by keyboard until it has had its effect: presses on a card that has just
 * appeared do nothing.
 *
 * @param effect What is in the card then, and not before.
 * @throws {Error} where it never comes.
 */
export async function pressByKeys(page: Page, control: string, effect: string): Promise<void> {
  const isDone = () =>
    page.evaluate(
      async (selector, wanted) => {
        // What the press before this one did is to be seen by the next frame.
        await new Promise((done) => requestAnimationFrame(done));
        const root = document.querySelector('ai-footnotes')?.shadowRoot;
        if (root?.querySelector(wanted)) return true;
        root?.querySelector<HTMLElement>(selector)?.focus();
        return false;
      },
      control,
      effect,
    );
  for (const end = Date.now() + LIMIT; !(await isDone()); ) {
    if (Date.now() > end) throw new Error(`Pressing ${control} led to no ${effect}.`);
    await page.keyboard.press('Enter');
  }
}
