import { expect, test } from 'vitest';
import type { PageHandle } from '../../src/page/page-handle';
import { bundle } from './support/bundle';
import { inEachBrowser } from './support/in-each-browser';
import { expectPainted, listedIn, openHtml, paintedIn } from './support/marks';

inEachBrowser((world) => {
  test('names run across inline elements and stop at blocks, breaks, cells and links set edge to edge', async () => {
    const page = await openHtml(
      world,
      `<p>About <b>DeepSeek</b> <i>R1</i>, GPT<wbr>-4o and Chat&shy;GPT.</p>
      <p>Deep<br>Seek, Open<code>AI</code>, <a href="#">Open</a><a href="#">AI</a></p>
      <table><tr><td>Deep</td><td>Seek</td></tr></table>
      <a href="#"><article><h3>Codeforces</h3></article></a>`,
    );
    await expectPainted(page, ['DeepSeek R1', 'GPT-4o', 'Chat\u00adGPT', 'Codeforces']);
  });

  test('a name that goes on in the node beside it has no mark before the next frame', async () => {
    const page = await openHtml(world, '<p>About NVIDIA.</p><h2></h2>');
    await expectPainted(page, ['NVIDIA']);
    const cases: [html: string, painted: string, change: string][] = [
      ['<b>GPT-4</b>', 'GPT-4', "at.insertAdjacentHTML('beforeend', '<i>o</i>')"],
      ['<b>GPT-4</b>', 'GPT-4', "at.append('o')"],
      ['<b>GPT-4</b><i> and so on</i>', 'GPT-4', "at.lastChild.firstChild.data = 'o and so on'"],
      ['<b>GPT-4</b><br><i>omni</i>', 'GPT-4', "at.querySelector('br').remove()"],
      ['<b>ChatGPT</b>', 'ChatGPT', "at.prepend('My')"],
      [
        '<b><i>ChatGPT</i></b>',
        'ChatGPT',
        "at.insertAdjacentHTML('afterbegin', '<b>no<i>My</i></b>')",
      ],
    ];
    for (const [html, name, change] of cases) {
      await page.$eval('h2', (at, markup) => Object.assign(at, { innerHTML: markup }), html);
      await expectPainted(page, [name, 'NVIDIA']);
      const paintedInHeading = await page.evaluate(`(async () => {
        const at = document.querySelector('h2');
        ${change};
        await new Promise(requestAnimationFrame);
        return [...CSS.highlights].flatMap(([, ranges]) => [...ranges])
          .filter(({ startContainer }) => at.contains(startContainer)).length;
      })()`);
      expect(paintedInHeading, change).toBe(0);
    }
  });

  test('what stands beside a name and is no word with it leaves its mark', async () => {
    const page = await openHtml(world, '<p>About NVIDIA.</p><h2><a>DeepSeek R1</a><a>o1</a></h2>');
    await expectPainted(page, ['DeepSeek R1', 'NVIDIA', 'o1']);
    const left = await page.evaluate(async () => {
      const at = document.querySelector('h2') as Element;
      const last = at.lastChild?.firstChild as Text;
      const texts: string[] = [];
      for (const data of ['o1 ', 'o1 and', 'o1']) {
        last.data = data;
        at.append(' ');
        await new Promise(requestAnimationFrame);
        texts.push(
          [...CSS.highlights]
            .flatMap(([, ranges]) => [...ranges] as StaticRange[])
            .filter(({ startContainer }) => at.firstChild?.contains(startContainer))
            .map(({ startContainer }) => (startContainer as Text).data)
            .join(),
        );
      }
      return texts;
    });
    expect(left).toEqual(['DeepSeek R1', 'DeepSeek R1', 'DeepSeek R1']);
  });

  test('what stands around a short name is heard from blocks without a name before and behind it', async () => {
    const names = ['Qwen', 'Claude', 'Sonnet', 'Opus'];
    const field = names.join(', ');
    const quiet = '<p>Nothing is said here.</p>'.repeat(4);
    const cell = (text: string) => `<td>\n${' '.repeat(24)}${text}\n${' '.repeat(22)}</td>`;
    const row = (...texts: string[]) => `<tr>${texts.map(cell).join('')}</tr>`;
    const page = await openHtml(
      world,
      `<h2>${names.map((name) => `<a href="#">${name}</a>`).join('')}</h2><p>Then came o1.</p>
      ${quiet}<div id="page"><p>Then came R1.<br><i>Beside it:</i> ${names.map((name) => `<b>${name}</b>`).join(' ')}.</p></div>
      ${quiet}<table>${row(field, '32', '64', '81', '17')}${row('4o', '71')}</table>
      ${quiet}<pre>${field}</pre><div contenteditable><p>Draft: ${field}</p></div>
      <p><span role="textbox">${field}</span></p><div class="CodeMirror"><p>${field}</p></div>
      <p>Then came V3.</p><p class="monaco-editor">${field}</p>
      <p><span class="katex">${field}</span><code>${field}</code></p><ai-footnotes>${field}</ai-footnotes>
      ${quiet}`,
    );
    await expectPainted(page, ['4o', 'R1', 'o1']);
    await page.$eval('#page', (element) => {
      element.className = 'ProseMirror';
      document.body.append('Codeforces');
    });
    await expectPainted(page, ['4o', 'Codeforces', 'o1']);
  });

  test('names in shadow trees and frames are marked and listed', async () => {
    const { pages } = world.session;
    const inner = pages.handle('/inner', '<p>GPT-4o in a frame.</p>');
    const page = await openHtml(
      world,
      `<p>DeepSeek R1.</p><div id="open"></div><div id="closed" aria-hidden="true"></div><my-part></my-part>
      <a href="#"><span id="icon"></span></a>
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
        attach('#icon', 'open', 'Codeforces');
        globalThis.late = () => attach('my-part', 'closed', '<p>GPT-4 late.</p>');
      </script>`,
    );
    await page.waitForFunction(() => document.readyState === 'complete');
    const first = ['DeepSeek R1', 'ChatGPT', 'GPT-3', 'DeepSeek V3'];
    await expectPainted(page, first);
    await expect
      .poll(async () => (await listedIn(world, page)).slice(1).flat().sort())
      .toEqual(['GPT-4o', 'OpenAI']);
    await page.evaluate(() => {
      (globalThis as unknown as { late(): void }).late();
      document.body.append('!');
    });
    await expectPainted(page, [...first, 'GPT-4']);
  });

  test('what a link held that was taken out of the page is asked for no shadow tree: a link has a host of another kind', async () => {
    const page = await openHtml(world, '<p>Nothing.</p>');
    const isUnread = await page.evaluate(`(() => {
      ${await bundle('src/page/islands.ts', 'module')}
      const link = document.createElement('a');
      link.href = 'https://news.example/';
      link.innerHTML = '<div><p>o1</p></div>';
      return module.isUnread(link.querySelector('p'));
    })()`);
    expect(isUnread).toBe(false);
  });

  test('shadow trees are found in a page of sixty thousand elements, wherever they hang', async () => {
    const page = await openHtml(
      world,
      `<p>DeepSeek R1.</p><my-part></my-part><main id="flat"></main><main id="nested"></main>
      <script>
        const words = (count) => '<i>word</i> '.repeat(count);
        flat.innerHTML = words(31_000) + '<div class="host"></div>' + words(1_000);
        nested.innerHTML = ('<section><p>' + words(3_000) + '</p><my-host></my-host></section>').repeat(10);
        const names = ['GPT-4', 'GPT-4o', 'ChatGPT'];
        const last = (selector) => [...document.querySelectorAll(selector)].at(-1);
        for (const host of [last('my-part'), last('#flat .host'), last('#nested my-host')])
          host.attachShadow({ mode: 'closed' }).innerHTML = '<p>' + names.pop() + ' here.</p>';
      </script>`,
    );
    await expectPainted(page, ['ChatGPT', 'DeepSeek R1', 'GPT-4', 'GPT-4o']);
    // And in several goes: each part of it, and each kind of hosts in the flat one.
    const goes = await page.evaluate(`(() => {
      ${await bundle('src/page/shadow-roots.ts', 'module')}
      const roots = new module.ShadowRoots(() => {});
      roots.wantSearch(document);
      let goes = 1;
      while (!roots.lookAgain(() => true)) goes++;
      return goes;
    })()`);
    expect(goes).toBeGreaterThan(6);
  });

  test('a shadow tree that leaves the page and comes back, or is moved with its host, is marked where it stands', async () => {
    const page = await openHtml(
      world,
      `<p>DeepSeek R1.</p><div id="room"><my-card></my-card><p>OpenAI.</p></div>
      <p>A chip: <span id="chip"></span></p>
      <script>
        const card = document.querySelector('my-card');
        const tree = card.attachShadow({ mode: 'closed' });
        tree.innerHTML = '<p>ChatGPT, then <b>GPT-4</b>.</p>';
        chip.attachShadow({ mode: 'open' }).innerHTML = 'Codeforces';
      </script>`,
    );
    await expectPainted(page, ['ChatGPT', 'Codeforces', 'DeepSeek R1', 'GPT-4', 'OpenAI']);
    const inOrder = () => listedIn(world, page).then(([first]) => first);
    expect(await inOrder()).toEqual(['DeepSeek R1', 'ChatGPT', 'GPT-4', 'OpenAI', 'Codeforces']);
    await page.evaluate('room.append(card)');
    await expect.poll(inOrder).toEqual(['DeepSeek R1', 'OpenAI', 'ChatGPT', 'GPT-4', 'Codeforces']);
    await page.evaluate('card.remove()');
    await expectPainted(page, ['Codeforces', 'DeepSeek R1', 'OpenAI']);
    await page.evaluate(`tree.querySelector('b').textContent = 'GPT-3'; room.prepend(card)`);
    await expectPainted(page, ['ChatGPT', 'Codeforces', 'DeepSeek R1', 'GPT-3', 'OpenAI']);
    expect(await inOrder()).toEqual(['DeepSeek R1', 'ChatGPT', 'GPT-3', 'OpenAI', 'Codeforces']);
    await page.evaluate(`room.setAttribute('contenteditable', ''); document.body.prepend(card)`);
    await expectPainted(page, ['ChatGPT', 'Codeforces', 'DeepSeek R1', 'GPT-3']);
    await page.evaluate('room.append(card)');
    await expectPainted(page, ['Codeforces', 'DeepSeek R1']);
    await page.evaluate('room.append(chip)');
    await expectPainted(page, ['DeepSeek R1']);
    await page.evaluate(`room.removeAttribute('contenteditable')`);
    await expectPainted(page, ['ChatGPT', 'Codeforces', 'DeepSeek R1', 'GPT-3', 'OpenAI']);
    await page.evaluate(`room.setAttribute('contenteditable', '')`);
    await expectPainted(page, ['DeepSeek R1']);
  });

  test('a host of a common kind that leaves the page with something in it is found when it comes back', async () => {
    const page = await openHtml(
      world,
      `<p>OpenAI.</p><section><div id="hull"></div></section><script>
        globalThis.host = hull;
        host.attachShadow({ mode: 'closed' }).innerHTML = '<p>ChatGPT.</p><slot></slot>';
      </script>`,
    );
    await expectPainted(page, ['ChatGPT', 'OpenAI']);
    await page.evaluate(`host.innerHTML = '<p>Since 2022.</p>'; globalThis.view = host.parentNode`);
    for (const away of ['view', 'host']) {
      await page.evaluate(`globalThis.room = ${away}.parentNode; ${away}.remove()`);
      await expectPainted(page, ['OpenAI']);
      await page.evaluate(`room.append(${away})`);
      await expectPainted(page, ['ChatGPT', 'OpenAI']);
    }
  });

  test('the shadow tree of a custom element that comes late is found on a page that rests', async () => {
    const page = await openHtml(world, '<p>Nothing.</p><my-part></my-part>');
    const foundAtOnce = await page.evaluate(`(async () => {
      ${await bundle('src/page/page-text.ts', 'module')}
      const nothing = () => {};
      const firstReading = Promise.withResolvers();
      const reader = {
        hasWork: false, wantTree() { this.hasWork = true; },
        wantLines: nothing, isWanted: nothing,
        forgetGone: nothing, async read() { this.hasWork = false; },
      };
      const events = {
        onRead: firstReading.resolve, onTextChanged: nothing, onNodesMoved: nothing,
        onDocumentReplaced: nothing, onLost: nothing,
      };
      globalThis.text = new module.PageText(reader, events, { aborted: false });
      await text.start();
      await firstReading.promise;
      document.querySelector('my-part').attachShadow({ mode: 'open' });
      return text.shadowRoots.found.size;
    })()`);
    expect(foundAtOnce).toBe(0);
    await expect.poll(() => page.evaluate('text.shadowRoots.found.size')).toBe(1);
  });

  test('what people write, code and fields are left alone', async () => {
    const page = await openHtml(
      world,
      `<p>DeepSeek R1.</p><div contenteditable><p>OpenAI draft</p></div><textarea>ChatGPT</textarea>
      <pre>GPT-4o</pre><p><code>GPT-4</code></p><div class="ProseMirror"><p>GPT-3</p></div>
      <select><option>OpenAI</option></select><svg><text>OpenAI</text></svg>
      <script type="text/plain">OpenAI</script><div><p id="later">DeepSeek V3</p></div>`,
    );
    await expectPainted(page, ['DeepSeek R1', 'DeepSeek V3']);
    await page.$eval('#later', (element) => {
      for (const editor of [element.parentElement, element])
        editor?.setAttribute('contenteditable', '');
    });
    await expectPainted(page, ['DeepSeek R1']);
    await page.click('[contenteditable] p');
    await page.keyboard.type(' and DeepSeek R1, OpenAI');
    expect(await page.$eval('[contenteditable] p', (element) => element.textContent)).toContain(
      'and DeepSeek R1, OpenAI',
    );
    // By the time this is marked, what was typed would be.
    await page.evaluate(() => document.body.append('Codeforces'));
    await expectPainted(page, ['Codeforces', 'DeepSeek R1']);
  });

  test('text that is not rendered is in no list and leaves its mark to the next, until it is shown', async () => {
    const page = await openHtml(
      world,
      `<style>.closed { display: none } .wrap { display: contents }</style>
      <p>DeepSeek R1.</p><p id="first" class="closed">OpenAI</p><p id="second">OpenAI</p>
      <div class="wrap">AIME 2024<span class="wrap"> and Codeforces</span></div>
      <div id="open">GPT-3 in no slot</div><div id="closed"></div>
      <my-host>DeepSeek-R1-Zero, <b>supervised fine-tuning</b> <i slot="none">Sora Turbo</i></my-host>
      <p class="hidden" style="display: none">GPT-3.5</p>
      <p class="hidden" style="visibility: hidden">ChatGPT</p>
      <p class="hidden" style="content-visibility: hidden">GPT-4</p>
      <p class="hidden" hidden="until-found">NVIDIA</p>
      <p class="hidden" style="position: absolute; clip: rect(0, 0, 0, 0)">深度求索</p>
      <p class="hidden" style="position: absolute; clip-path: inset(50%)">刘知远</p>
      <details class="hidden"><summary>More</summary><span class="wrap">DeepSeek V3</span></details>
      <my-slot>Nothing</my-slot><my-slot></my-slot>
      <ul class="closed hidden"><li><b>GPT-4o</b></li></ul>
      <script>
        document.querySelector('#open').attachShadow({ mode: 'open' });
        document.querySelector('my-host').attachShadow({ mode: 'open' }).innerHTML =
          '<p>Artificial general intelligence: <slot></slot></p>';
        document.querySelector('#closed').attachShadow({ mode: 'closed' }).innerHTML = 'High-Flyer Quant';
        for (const slot of document.querySelectorAll('my-slot'))
          slot.attachShadow({ mode: 'open' }).innerHTML = '<slot>DeepSeek-R1-Zero</slot>';
      </script>`,
    );
    const inList = async () => (await listedIn(world, page)).flat().sort();
    const seen = [
      'AIME 2024',
      'Artificial general intelligence',
      'Codeforces',
      'DeepSeek R1',
      'DeepSeek-R1-Zero',
      'DeepSeek-R1-Zero',
      'High-Flyer Quant',
      'OpenAI',
      'supervised fine-tuning',
    ];
    await expect.poll(inList).toEqual(seen);
    await expect.poll(() => paintedIn(page, '#second')).toEqual(['OpenAI']);
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('.hidden, #first')) {
        element.removeAttribute('style');
        element.removeAttribute('hidden');
        element.setAttribute('open', '');
        element.classList.remove('closed');
      }
    });
    const shown = ['ChatGPT', 'DeepSeek V3', 'GPT-4', 'GPT-4o', 'NVIDIA', '刘知远', '深度求索'];
    expect((await paintedIn(page, '.hidden')).sort()).toEqual(shown);
    await expect.poll(() => paintedIn(page, '#second')).toEqual([]);
    expect(await inList()).toEqual([...seen, ...shown, 'OpenAI'].sort());
    await page.$eval('#first', (element) => element.classList.add('closed'));
    await expect.poll(() => paintedIn(page, '#second')).toEqual(['OpenAI']);
  });

  test('names that stand apart only by the markup are marked, letters inside words are not', async () => {
    const page = await openHtml(
      world,
      `<ul><li>DeepSeek</li><li>ChatGPTs</li><li>xCodeforces</li><li>Claudex</li></ul>
      <p>foo<br>OpenAI<br>bar</p><p>In-<em>Chat</em>GPT<b>x</b>, magic<i>agi</i>.</p>`,
    );
    await expectPainted(page, ['ChatGPTs', 'DeepSeek', 'OpenAI']);
  });

  test('names are found where reading aids stand in them, whatever else the page holds', async () => {
    const page = await openHtml(
      world,
      `<p>Von <ruby>Deep<rt>a</rt>Seek<rt>b</rt></ruby>, bar1.</p>`,
    );
    await expectPainted(page, ['DeepaSeek']);
  });

  test('a page behind another is read once it is seen, whatever its own events say', async () => {
    const quiet = '<p>Nothing is said here.</p>';
    for (const first of ['', 'DeepSeek']) {
      const page = await openHtml(world, `${quiet}<p>${first}</p>`);
      await expect.poll(() => listedIn(world, page)).toEqual([first ? [first] : []]);
      const other = await world.session.browser.newPage({ type: 'tab' });
      try {
        await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('hidden');
        await page.evaluate(() => {
          document.body.append('ChatGPT');
          document.dispatchEvent(new Event('visibilitychange'));
        });
        await other.goto(world.session.pages.handle('/seen', quiet));
        await other.evaluate(() => document.body.append('Codeforces'));
        await expectPainted(other, ['Codeforces']);
        expect(await paintedIn(page)).toEqual(first ? [first] : []);
      } finally {
        await other.close();
      }
      await page.bringToFront();
      await expectPainted(page, ['ChatGPT', first].filter(Boolean));
    }
  });

  test('what is on screen of a page with very many elements is read before the rest', async () => {
    // Parts of fewer than a thousand elements each, more than thirty thousand in all.
    const part = (number: number) =>
      `<div id="part-${number}">${'<i>word</i> '.repeat(800)}${number === 0 ? 'OpenAI' : ''}${number === 25 ? 'DeepSeek R1' : ''}</div>`;
    const html = Array.from({ length: 45 }, (_, number) => part(number)).join('');
    const { pages } = world.session;
    const page = await world.session.open(`${pages.handle('/large', html)}#part-25`);
    await expectPainted(page, ['DeepSeek R1', 'OpenAI']);
    // Each mention has a number, as they were found.
    const numbers = await world.extension.inPage(page, async () => {
      const handle = (globalThis as Record<symbol, unknown>)[Symbol.for('ai-footnotes.page')];
      const mentions = await (handle as PageHandle).list();
      return mentions.map(({ id, text }) => [text, Number(id)]);
    });
    expect(numbers).toEqual([
      ['OpenAI', 2],
      ['DeepSeek R1', 1],
    ]);
  });
});
