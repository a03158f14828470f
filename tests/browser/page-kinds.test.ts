import { expect, test } from 'vitest';
import { inEachBrowser } from './support/in-each-browser';
import { expectCardAt, expectPainted, isCardOpen, listedIn, openHtml } from './support/marks';
import { paintedMarks } from './support/painted-marks';
import { muteOtherOrigin } from './support/unmarked';

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

/** Documents without text of ours to read, by what they are. */
const KINDS: Readonly<Record<string, [type: string, body: string | Buffer]>> = {
  SVG: ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><text>OpenAI</text></svg>'],
  XML: ['application/xml', '<a>OpenAI</a>'],
  JSON: ['application/json', '{"name":"OpenAI"}'],
  'plain text': ['text/plain', 'OpenAI'],
  'an image': ['image/png', Buffer.from(PIXEL, 'base64')],
  'a video': ['video/mp4', 'no video'],
  'a frame set': ['text/html', '<frameset><frame src="about:blank"></frameset>'],
  'a page without a body': ['text/html', '<p>OpenAI<script>document.body.remove()</script>'],
  'a page without a root': [
    'text/html',
    '<p>OpenAI<script>document.documentElement.remove()</script>',
  ],
  // Last: from its viewer Chromium 156 at times goes on to no other page when it is driven, with no extension either.
  'a PDF': ['application/pdf', PDF],
};

/** HTML in an attribute. */
const inAttribute = (html: string) => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** Frames in frames, each with a name. */
const nested = (depth: number): string =>
  depth === 0
    ? '<p id="deep">GPT-4o</p>'
    : `<p>Plain ChatGPT.</p><iframe srcdoc="${inAttribute(nested(depth - 1))}" width="500" height="${depth * 100}"></iframe>`;

inEachBrowser((world) => {
  test('documents that are no web pages, and pages that lack a part, get no node and no error', async () => {
    const { pages } = world.session;
    await muteOtherOrigin(world);
    const [page, without] = [await world.session.newTab(), await world.session.newTab()];
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error));
    for (const [name, [type, body]] of Object.entries(KINDS)) {
      const address = pages.handle(`/kind-${Object.keys(KINDS).indexOf(name)}`, (_, response) => {
        response.setHeader('content-type', type);
        response.end(body);
      });
      await page.goto(address);
      await without.goto(address.replace(pages.origin, pages.otherOrigin));
      // Into what shows a PDF nobody is let.
      await world.extension.scriptsCame(page).catch(() => undefined);
      const listed = await listedIn(world, page).catch(() => []);
      expect(
        listed.flat().filter((text) => text !== 'none'),
        name,
      ).toEqual([]);
      const markup = () => document.documentElement?.outerHTML.replaceAll('localhost', '127.0.0.1');
      expect(await page.evaluate(markup), name).toBe(await without.evaluate(markup));
    }
    expect(errors).toEqual([]);
  });

  test('frames of every kind are marked, five deep too, and those that go while they are read leave no error', async () => {
    const page = await world.session.newTab();
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error));
    const html = `<p>DeepSeek R1.</p><iframe srcdoc="${inAttribute(nested(4))}" width="600" height="520"></iframe>
      <iframe src="data:text/html,<p>OpenAI in data</p>"></iframe>
      <iframe sandbox srcdoc="<p>NVIDIA in a sandbox</p>"></iframe>
      <iframe id="blob"></iframe><iframe id="blank"></iframe>
      <script>
        const blob = new Blob(['<p>DeepSeek V3 in a blob</p>'], { type: 'text/html' });
        document.querySelector('#blob').src = URL.createObjectURL(blob);
        addEventListener('load', async () => {
          document.querySelector('#blank').contentDocument.body.innerHTML = '<p>GPT-3 written</p>';
          for (let round = 0; round < 60; round++) {
            const frame = document.createElement('iframe');
            frame.srcdoc = '<p>ChatGPT and OpenAI, plain text. </p>'.repeat(200);
            document.body.append(frame);
            for (let wait = 0; wait < round % 6; wait++) await new Promise(requestAnimationFrame);
            frame.remove();
          }
          document.title = 'over';
        });
      </script>`;
    await page.goto(world.session.pages.handle('/frames', html));
    await page.waitForFunction(() => document.title === 'over', { timeout: 100_000 });
    const all = [
      'DeepSeek R1',
      ...Array(4).fill('ChatGPT'),
      'GPT-4o',
      'OpenAI',
      'NVIDIA',
      'DeepSeek V3',
      'GPT-3',
    ];
    await expect.poll(() => paintedMarks(world.extension, page)).toBe(all.length);
    expect((await listedIn(world, page)).flat().sort()).toEqual(all.sort());
    const deep = (
      await Promise.all(page.frames().map(async (frame) => ((await frame.$('#deep')) ? frame : [])))
    ).flat();
    const [frame] = deep;
    const place = await (await frame?.$('#deep'))?.boundingBox();
    await page.mouse.move((place?.x ?? 0) + 12, (place?.y ?? 0) + 8, { steps: 3 });
    await expect.poll(() => frame?.$eval('html', isCardOpen)).toBe(true);
    expect(errors).toEqual([]);
  });

  test('marks in shadow trees have their card, whatever is slotted where', async () => {
    const page = await openHtml(
      world,
      `<style>:is(my-open, my-closed, my-text, #late) { display: inline-block }</style>
      <p>DeepSeek R1.</p><my-open></my-open> <my-closed><i slot="name">OpenAI</i></my-closed> <my-text></my-text>
      <div id="late"></div>
      <script>
        const attach = (selector, mode, html) => {
          document.querySelector(selector).attachShadow({ mode }).innerHTML = html;
        };
        attach('my-open', 'open', '<div>ChatGPT</div>');
        attach('my-closed', 'closed', '<slot name="name"></slot>');
        attach('my-text', 'open', 'GPT-3');
        globalThis.late = () => attach('#late', 'closed', '<b>GPT-4o</b>');
      </script>`,
    );
    await expectPainted(page, ['ChatGPT', 'DeepSeek R1', 'GPT-3', 'OpenAI']);
    for (const host of ['my-open', 'my-closed', 'my-text']) await expectCardAt(page, host);
    await page.evaluate(() => {
      (globalThis as unknown as { late(): void }).late();
      document.body.append('!');
    });
    await expectPainted(page, ['ChatGPT', 'DeepSeek R1', 'GPT-3', 'GPT-4o', 'OpenAI']);
    await expectCardAt(page, '#late');
  });

  test('a page that is empty itself is marked once it has text, also where it is written anew', async () => {
    for (const html of ['', '<script>0</script><a href="#"><img alt></a>']) {
      const page = await openHtml(world, html);
      await expect.poll(() => listedIn(world, page)).toEqual([[]]);
      await page.evaluate(() => document.body.append('About DeepSeek R1.'));
      await expectPainted(page, ['DeepSeek R1']);
    }
    const page = await openHtml(world, '');
    await expect.poll(() => listedIn(world, page)).toEqual([[]]);
    await page.evaluate(() => {
      document.open();
      document.write('<p>About DeepSeek R1.');
      document.close();
    });
    await expectPainted(page, ['DeepSeek R1']);
  });

  test('a page of text alone, or of a link alone, is marked', async () => {
    for (const html of [
      'OpenAI',
      '<a href="#">OpenAI</a>',
      '<script>0</script><ins>OpenAI</ins>',
    ]) {
      await expectPainted(await openHtml(world, html), ['OpenAI']);
    }
  });

  test('a frame that is empty when who knows the names comes is marked once it has text again', async () => {
    const page = await openHtml(world, '<iframe srcdoc="<p>Nothing.</p>"></iframe>');
    const frame = await expect
      .poll(() => page.frames().find((one) => one.url() === 'about:srcdoc'))
      .toBeDefined()
      .then(() => page.frames().find((one) => one.url() === 'about:srcdoc'));
    await expect.poll(() => listedIn(world, page)).toEqual([[], []]);
    await frame?.evaluate('document.body.replaceChildren()');
    await world.extension.inFrames(page, async () => {
      const handle = (globalThis as Record<symbol, unknown>)[Symbol.for('ai-footnotes.page')];
      if (window === window.top) return;
      const { onName, list } = handle as { onName(): void; list(): Promise<unknown> };
      // As it does when it reads a name, which the page has taken away by the time that it is answered.
      onName.call(handle);
      await list.call(handle);
    });
    await frame?.evaluate(`document.body.textContent = 'OpenAI'`);
    await expect.poll(() => listedIn(world, page)).toEqual([[], ['OpenAI']]);
  });
});
