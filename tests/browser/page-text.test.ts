import { expect, test } from 'vitest';
import { inEachBrowser } from './support/in-each-browser';
import { expectPainted, listedIn, openHtml } from './support/marks';

inEachBrowser((world) => {
  test('names run across inline elements and stop at blocks, breaks, cells and links set edge to edge', async () => {
    const page = await openHtml(
      world,
      `<p>About <b>DeepSeek</b> <i>R1</i>, GPT<wbr>-4o and Chat&shy;GPT.</p>
      <p>Deep<br>Seek, Open<code>AI</code>, <a href="#">Open</a><a href="#">AI</a></p>
      <table><tr><td>Deep</td><td>Seek</td></tr></table>`,
    );
    await expectPainted(page, ['DeepSeek R1', 'GPT-4o', 'Chat\u00adGPT']);
  });

  test('names in shadow trees and frames are marked and listed', async () => {
    const { pages } = world.session;
    const inner = pages.handle('/inner', '<p>GPT-4o in a frame.</p>');
    const page = await openHtml(
      world,
      `<p>DeepSeek R1.</p><div id="open"></div><div id="closed"></div><my-part></my-part>
      <iframe src="${inner.replace('127.0.0.1', 'localhost')}"></iframe>
      <iframe sandbox srcdoc="<p>OpenAI in a sandbox.</p>"></iframe>
      <script>
        const attach = (selector, mode, html) => {
          const root = document.querySelector(selector).attachShadow({ mode });
          root.innerHTML = html;
          return root;
        };
        attach('#open', 'open', '<p>ChatGPT here.</p><div></div>')
          .querySelector('div').attachShadow({ mode: 'closed' }).innerHTML = '<p>GPT-3 nested.</p>';
        attach('#closed', 'closed', '<p>DeepSeek V3 there.</p>');
        globalThis.late = () => attach('my-part', 'closed', '<p>GPT-4 late.</p>');
      </script>`,
    );
    await page.waitForFunction(() => document.readyState === 'complete');
    const first = ['DeepSeek R1', 'ChatGPT', 'GPT-3', 'DeepSeek V3'];
    await expectPainted(page, first);
    await expect
      .poll(async () => (await listedIn(world, page)).slice(1).flat().sort(), { timeout: 5_000 })
      .toEqual(['GPT-4o', 'OpenAI']);
    await page.evaluate(() => {
      (globalThis as unknown as { late(): void }).late();
      document.body.append('!');
    });
    await expectPainted(page, [...first, 'GPT-4']);
  });

  test('what people write, code and fields are left alone', async () => {
    const page = await openHtml(
      world,
      `<p>DeepSeek R1.</p><div contenteditable><p>OpenAI draft</p></div><textarea>ChatGPT</textarea>
      <pre>GPT-4o</pre><p><code>GPT-4</code></p><div class="ProseMirror"><p>GPT-3</p></div>
      <select><option>OpenAI</option></select><svg><text>OpenAI</text></svg>
      <script type="text/plain">OpenAI</script><p id="later">DeepSeek V3</p>`,
    );
    await expectPainted(page, ['DeepSeek R1', 'DeepSeek V3']);
    await page.$eval('#later', (element) => element.setAttribute('contenteditable', ''));
    await expectPainted(page, ['DeepSeek R1']);
    await page.click('[contenteditable] p');
    await page.keyboard.type(' and DeepSeek R1, OpenAI');
    expect(await page.$eval('[contenteditable] p', (element) => element.textContent)).toContain(
      'and DeepSeek R1, OpenAI',
    );
    await expectPainted(page, ['DeepSeek R1']);
  });

  test('hidden text is not listed', async () => {
    const page = await openHtml(
      world,
      '<p>DeepSeek R1.</p><p hidden>OpenAI</p><p style="visibility: hidden">ChatGPT</p>',
    );
    await expectPainted(page, ['DeepSeek R1', 'OpenAI', 'ChatGPT']);
    expect(await listedIn(world, page)).toEqual([['DeepSeek R1']]);
  });

  test('documents that are no web pages stay as they are', async () => {
    const kinds: readonly [string, string][] = [
      ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><text>OpenAI</text></svg>'],
      ['application/xml', '<a>OpenAI</a>'],
      ['application/json', '{"name":"OpenAI"}'],
      ['text/plain', 'OpenAI'],
      ['text/html', '<frameset><frame src="about:blank"></frameset>'],
      ['text/html', '<body><script>document.body.remove()</script></body>'],
    ];
    for (const [index, [type, body]] of kinds.entries()) {
      const address = world.session.pages.handle(`/kind-${index}`, (_, response) => {
        response.setHeader('content-type', type);
        response.end(body);
      });
      const page = await world.session.newTab();
      const errors: unknown[] = [];
      page.on('pageerror', (error) => errors.push(error));
      await page.goto(address);
      const listed = await listedIn(world, page);
      expect(listed[0]).toEqual(type === 'text/html' ? [] : ['none']);
      expect(errors).toEqual([]);
      await page.close();
    }
  });

  test('after each of a thousand edits every painted text is a name', async () => {
    const page = await openHtml(
      world,
      '<div id="text"></div><p>About DeepSeek R1.</p><script>document.title = "ready"</script>',
    );
    await expectPainted(page, ['DeepSeek R1']);
    const wrong = await page.evaluate(async () => {
      const host = document.querySelector('#text') as HTMLElement;
      const pieces = [
        'DeepSeek R1',
        'OpenAI',
        ' and ',
        'GPT-4o',
        'Deep',
        'Seek',
        ' R1',
        '-4o',
        'x',
        'ChatGPT ',
      ];
      const names = /^(?:deepseek(?: ?r1)?|openai|gpt-?4o?|chatgpt|r1|4o)$/i;
      let seed = 7;
      const random = (below: number) => {
        seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
        return seed % below;
      };
      const texts = () => {
        const found: Text[] = [];
        const walker = document.createTreeWalker(host, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) found.push(walker.currentNode as Text);
        return found;
      };
      const edit = () => {
        const all = texts();
        const text = all[random(Math.max(1, all.length))];
        const piece = pieces[random(pieces.length)] as string;
        const kind = random(9);
        if (kind < 2 || !text) {
          const paragraph = document.createElement(random(2) ? 'p' : 'b');
          paragraph.textContent = piece;
          host.insertBefore(paragraph, host.childNodes[random(host.childNodes.length + 1)] ?? null);
        } else if (kind === 2) text.insertData(random(text.length + 1), piece);
        else if (kind === 3) text.deleteData(random(text.length + 1), 3);
        else if (kind === 4) text.data = piece;
        else if (kind === 5) text.after(piece);
        else if (kind === 6) text.remove();
        else if (kind === 7 && text.length > 1) text.splitText(random(text.length));
        else host.append(text.parentElement === host ? text : (text.parentElement as Element));
        if (host.childNodes.length > 40) host.replaceChildren();
      };
      const wrongs: string[] = [];
      let painted = 0;
      for (let step = 0; step < 1_000; step++) {
        edit();
        // The edit's own turn ends here; what stands painted now would be seen.
        if (step % 20 === 19) await new Promise((resolve) => setTimeout(resolve, 60));
        else await new Promise((resolve) => queueMicrotask(() => queueMicrotask(() => resolve(0))));
        for (const [name, highlight] of CSS.highlights) {
          if (!name.startsWith('ai-footnotes-')) continue;
          for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
            if (!startContainer.isConnected || !endContainer.isConnected) continue;
            const range = document.createRange();
            range.setStart(startContainer, startOffset);
            range.setEnd(endContainer, endOffset);
            painted++;
            if (!names.test(range.toString().replace(/\s+/g, ' '))) wrongs.push(range.toString());
          }
        }
      }
      return { wrongs, painted };
    });
    expect(wrong.wrongs).toEqual([]);
    expect(wrong.painted).toBeGreaterThan(1_000);
    await page.$eval('#text', (host) => host.replaceChildren());
    await expectPainted(page, ['DeepSeek R1']);
  });
});
