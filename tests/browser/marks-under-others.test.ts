import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inEachBrowser } from './support/in-each-browser';
import { expectPainted, isCardOpen, openHtml, paintedIn } from './support/marks';

/** Long enough for a card to have opened: twice its delay. */
const OPENS_WITHIN = 800;

/** What a teaser's link may be: over all of it, or over its own text. */
const OVER_ALL = '<style>a::after, .over { content: ""; position: absolute; inset: 0 }</style>';

inEachBrowser((world) => {
  const isOpen = (page: Page) => page.$eval('html', isCardOpen);

  /** The middle of what an element's text takes on screen. */
  const middleOf = (page: Page, selector: string) =>
    page.$eval(selector, (element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });

  /** Brings a page to the front, with the pointer on nothing. */
  async function pointAtNothing(page: Page): Promise<void> {
    await page.bringToFront();
    await page.mouse.move(1, 300);
  }

  async function restOn(page: Page, selector: string): Promise<void> {
    await pointAtNothing(page);
    const { x, y } = await middleOf(page, selector);
    await page.mouse.move(x, y, { steps: 3 });
  }

  test('what lies over a mark takes the pointer: a head that stays, a banner, a dialog', async () => {
    for (const over of [
      '<header style="position: fixed; inset: 0 0 auto; height: 80px; background: white">Menu</header>',
      '<div style="position: absolute; inset: 0 0 auto; height: 80px">Menu</div>',
      '<dialog style="inset: 0 0 auto; margin: 0; width: 100%; height: 80px; padding: 0; border: 0">Menu</dialog>',
    ]) {
      const page = await openHtml(
        world,
        `<p id="under" style="margin: 20px; width: max-content">DeepSeek R1</p>
        <p id="free" style="margin-top: 100px">GPT-4o</p>${over}`,
      );
      await page.evaluate(() => document.querySelector('dialog')?.show());
      await expectPainted(page, ['DeepSeek R1', 'GPT-4o']);
      await restOn(page, '#under');
      // No card comes of what is under it; that one is waited for tells that the pointer is heard.
      await new Promise((done) => setTimeout(done, OPENS_WITHIN));
      expect(await isOpen(page)).toBe(false);
      await restOn(page, '#free');
      await expect.poll(() => isOpen(page)).toBe(true);
    }
  });

  test('a link that lies over its own text, or over all of a teaser, has the card of that text', async () => {
    for (const link of [
      '<a href="#"><b>DeepSeek</b> <i>R1</i> is out</a>',
      '<a href="#"><span class="over"></span>DeepSeek R1</a>',
    ]) {
      const page = await openHtml(
        world,
        `${OVER_ALL}<div style="position: relative; width: max-content">
          <h3 id="title">${link}</h3><p>More on that.</p>
        </div>`,
      );
      await expectPainted(page, ['DeepSeek R1']);
      await pointAtNothing(page);
      const { left, y } = await page.$eval('#title', (title) => {
        const box = title.getBoundingClientRect();
        return { left: box.left, y: box.y + box.height / 2 };
      });
      // Its other words have none.
      const more = await middleOf(page, 'div > p');
      await page.mouse.move(more.x, more.y, { steps: 3 });
      await new Promise((done) => setTimeout(done, OPENS_WITHIN));
      expect(await isOpen(page)).toBe(false);
      await page.mouse.move(left + 10, y, { steps: 3 });
      await expect.poll(() => isOpen(page)).toBe(true);
    }
  });

  test('a link with a picture has no card of what is said to a screen reader alone', async () => {
    const page = await openHtml(
      world,
      `${OVER_ALL}<section><div style="position: relative; width: max-content">
        <a href="#"><span style="position: absolute; clip: rect(0, 0, 0, 0)">OpenAI</span>
          <span style="display: block; width: 100px; height: 40px; background: silver"></span></a>
      </div></section><section><p id="free" style="margin: 100px 0 0">GPT-4o</p></section>`,
    );
    await expect.poll(() => paintedIn(page, '#free')).toEqual(['GPT-4o']);
    await pointAtNothing(page);
    const { left, top } = await page.$eval('div', (element) =>
      element.getBoundingClientRect().toJSON(),
    );
    await page.mouse.move(left + 10, top + 8, { steps: 3 });
    await new Promise((done) => setTimeout(done, OPENS_WITHIN));
    expect(await isOpen(page)).toBe(false);
    await restOn(page, '#free');
    await expect.poll(() => isOpen(page)).toBe(true);
  });

  test('the pointer in a frame is on no mark, whatever scrolls beneath where it was', async () => {
    const page = await openHtml(
      world,
      `<p id="mark" style="margin: 0; width: max-content">DeepSeek R1</p>
      <iframe srcdoc="<p>Embedded" style="display: block; width: 100%; height: 300px"></iframe>
      <p>${'Nothing is said here.<br>'.repeat(90)}</p>`,
    );
    await expectPainted(page, ['DeepSeek R1']);
    await restOn(page, '#mark');
    await expect.poll(() => isOpen(page)).toBe(true);
    const { x } = await middleOf(page, '#mark');
    await page.mouse.move(x + 500, 200);
    await expect.poll(() => isOpen(page)).toBe(false);
    await restOn(page, '#mark');
    await page.mouse.move(x + 500, 200);
    await page.evaluate(() => {
      scrollTo({ top: 2, behavior: 'instant' });
    });
    await new Promise((done) => setTimeout(done, OPENS_WITHIN));
    expect(await isOpen(page)).toBe(false);
  });

  test('what scrolls in a shadow tree takes the mark from under the pointer, and brings the next', async () => {
    const line = '<p style="margin: 0; height: 40px">';
    const page = await openHtml(
      world,
      `<my-list>${line}<span id="first">DeepSeek R1</span></p>${line}Nothing.</p>${line}GPT-4o</p>
      ${`${line}Nothing.</p>`.repeat(40)}</my-list>
      <script>
        document.querySelector('my-list').attachShadow({ mode: 'open' }).innerHTML =
          '<div style="height: 200px; overflow: auto"><slot></slot></div>';
      </script>`,
    );
    await expectPainted(page, ['DeepSeek R1', 'GPT-4o']);
    await restOn(page, '#first');
    await expect.poll(() => isOpen(page)).toBe(true);
    const scrollTo = (top: number) =>
      page.$eval(
        'my-list',
        (list, to) =>
          list.shadowRoot?.querySelector('div')?.scrollTo({ top: to, behavior: 'instant' }),
        top,
      );
    await scrollTo(40);
    await expect.poll(() => isOpen(page)).toBe(false);
    await scrollTo(80);
    await expect.poll(() => isOpen(page)).toBe(true);
  });
});
