import { expect, test } from 'vitest';
import { inEachBrowser } from './support/in-each-browser';
import { expectPainted, openHtml } from './support/marks';

/** Milliseconds until ten million characters have been read on a busy machine. */
const LONG = 60_000;

inEachBrowser((world) => {
  test('lone surrogates and broken pairs around a name move nothing', async () => {
    const page = await openHtml(world, '<p id="a"></p><p id="b"></p><p id="c"></p><p id="d"></p>');
    await page.evaluate(() => {
      const put = (id: string, text: string) => {
        (document.querySelector(id) as Element).textContent = text;
      };
      put('#a', '\ud800DeepSeek R1\udc00');
      put('#b', '\udc00\ud835 ChatGPT\ud835');
      put('#c', 'x\ud83d \ud835\udde2\ud835\uddfdenAI \ud83d\ude00\udc00');
      put('#d', '\ufffe\uffffGPT-\u200b4o\ud800');
    });
    await expectPainted(page, [
      'DeepSeek R1',
      'ChatGPT',
      '\ud835\udde2\ud835\uddfdenAI',
      'GPT-\u200b4o',
    ]);
  });

  test('a name is found in ten million characters of one text, and in a hundred thousand texts of one', {
    timeout: 2 * LONG,
  }, async () => {
    const page = await openHtml(
      world,
      '<div hidden><p id="one"></p><p id="many"></p><p id="glued"></p></div>',
    );
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.evaluate(() => {
      const element = (id: string) => document.querySelector(id) as Element;
      element('#one').textContent = `${'Nothing. '.repeat(1_111_000)}DeepSeek R1`;
      element('#many').append(...`${'a '.repeat(50_000)}and ChatGPT`);
      element('#glued').textContent = `${'x'.repeat(1_000_000)} GPT-4o`;
    });
    await page.waitForFunction(
      () => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0) >= 3,
      { timeout: LONG },
    );
    await expectPainted(page, ['DeepSeek R1', 'ChatGPT', 'GPT-4o']);
    expect(errors).toEqual([]);
  });
});
