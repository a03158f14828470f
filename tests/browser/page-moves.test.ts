import { expect, test } from 'vitest';
import { inEachBrowser } from './support/in-each-browser';
import { expectPainted, listedIn, openHtml, paintedIn } from './support/marks';

inEachBrowser((world) => {
  test('a block without a name that comes, changes or goes beside a short name is heard', async () => {
    const field = 'Qwen, Claude, Sonnet, Opus';
    const page = await openHtml(
      world,
      '<title>News</title><p>Nothing is said.</p><div id="answer"><p>Then came o1.</p></div>',
    );
    await expect.poll(() => listedIn(world, page)).toEqual([[]]);
    await page.evaluate(`
      const beside = document.createElement('p');
      beside.textContent = '${field}';
      answer.append(beside);
    `);
    await expectPainted(page, ['o1']);
    await page.evaluate(`beside.firstChild.data = 'Then it rained.'`);
    await expectPainted(page, []);
    await page.evaluate(`beside.firstChild.data = '${field}'`);
    await expectPainted(page, ['o1']);
    await page.evaluate('beside.remove()');
    await expectPainted(page, []);
    await page.evaluate(`document.title = '${field}'`);
    await expectPainted(page, ['o1']);
    await page.evaluate(`document.title = 'News'`);
    await expectPainted(page, []);
  });

  test('of two of the same name in a paragraph the first has the mark as soon as it is a name, and no longer', async () => {
    const talk = 'The market square stood full of people who had come to buy bread. '.repeat(12);
    const page = await openHtml(
      world,
      `<title>News</title><p id="both"><i>Then came o1.</i> ${talk}Qwen, Claude, Sonnet, <b>o1</b>.</p>`,
    );
    const markedIn = (element: string) => expect.poll(() => paintedIn(page, element));
    await markedIn('b').toEqual(['o1']);
    await page.evaluate(`document.title = 'Qwen, Claude, Sonnet, Opus'`);
    await markedIn('i').toEqual(['o1']);
    await markedIn('b').toEqual([]);
    expect(await listedIn(world, page)).toEqual([['o1', 'o1']]);
    await page.evaluate(`document.title = 'News'`);
    await markedIn('b').toEqual(['o1']);
    await markedIn('i').toEqual([]);
  });

  test('what is far from short names has nothing decided anew, and what nobody reads is not read', async () => {
    const quiet = 'There was rain in the morning.';
    const between = [quiet, 'Snow and rain. '.repeat(300), quiet, quiet];
    const paragraphs = (texts: string[]) => texts.map((text) => `<p>${text}</p>`).join('');
    const page = await openHtml(
      world,
      `<link><style></style><script></script><p>DeepSeek. Then came o1.</p>${paragraphs(between)}<p>Then came R1.</p>
      ${paragraphs(Array(4).fill(quiet))}<script></script><style></style><p id="clock">0</p>`,
    );
    await expectPainted(page, ['DeepSeek', 'o1']);
    const changes = await world.extension.inPage(page, async () => {
      const handle = (globalThis as Record<symbol, unknown>)[Symbol.for('ai-footnotes.page')] as {
        list(): Promise<unknown>;
        decided: { decidedFrom: unknown };
        text: { reader: { hasWork: boolean; trees: ReadonlySet<Node> } };
      };
      await handle.list();
      const before = handle.decided.decidedFrom;
      const seen: string[] = [];
      for (const time of ['1', '2', '3']) {
        (document.querySelector('#clock') as Element).textContent = time;
        await undefined;
        if (!handle.text.reader.hasWork) seen.push('not read');
        await handle.list();
        if (handle.decided.decidedFrom !== before) seen.push('decided');
      }
      for (const style of document.querySelectorAll('style')) {
        style.append('p { color: red }');
        await undefined;
        style.textContent = 'p { color: blue }';
        await undefined;
        if (handle.text.reader.hasWork) seen.push('style read');
        await handle.list();
      }
      const data = document.createElement('script');
      data.type = 'application/json';
      data.textContent = '{"title": "All about DeepSeek R1"}';
      document.head.append(data);
      await undefined;
      if (handle.text.reader.trees.has(data)) seen.push('data read');
      await handle.list();
      return seen;
    });
    expect(changes).toEqual([]);
  });

  test('what is taken into the document of a frame is this page’s no more', async () => {
    const page = await openHtml(
      world,
      `<p>DeepSeek R1.</p><p id="player">ChatGPT.</p><p>OpenAI.</p><iframe src="about:blank"></iframe>`,
    );
    await expectPainted(page, ['ChatGPT', 'DeepSeek R1', 'OpenAI']);
    await page.evaluate(`document.querySelector('iframe').contentDocument.body.append(player)`);
    await expect
      .poll(() => listedIn(world, page))
      .toEqual([['DeepSeek R1', 'OpenAI'], ['ChatGPT']]);
  });

  test('what came from a frame is read as any other, and lives on when the frame goes', async () => {
    const inner = `<div id='inc'><p>See <span>GPT</span><span>-4o</span>.</p><my-card></my-card></div><script>
      document.querySelector('my-card').attachShadow({ mode: 'closed' }).innerHTML = '<p>ChatGPT</p>';
    </script>`;
    const take = `to.append(document.querySelector('iframe').contentDocument.querySelector('#inc'));`;
    const leave = `document.querySelector('iframe').remove();`;
    for (const moves of [[take, leave], [take + leave]]) {
      const page = await openHtml(
        world,
        `<p>NVIDIA.</p><div id="to"></div><iframe srcdoc="${inner}"></iframe>`,
      );
      await expect.poll(() => listedIn(world, page)).toEqual([['NVIDIA'], ['GPT-4o', 'ChatGPT']]);
      const all = ['NVIDIA', 'GPT-4o', 'ChatGPT'];
      for (const move of moves) {
        await page.evaluate(move);
        await expectPainted(page, all);
      }
      for (const name of ['OpenAI', 'DeepSeek R1']) {
        await page.evaluate((text) => {
          document.body.append(Object.assign(document.createElement('p'), { textContent: text }));
        }, name);
        all.push(name);
        await expectPainted(page, all);
      }
      await expect.poll(() => listedIn(world, page)).toEqual([all]);
    }
  });

  test('where the colour of a mark tells what it is of, so does what came from a frame that goes', async () => {
    await world.extension.evaluate((api) => api.storage.sync.set({ 'marks.byCategory': true }));
    const page = await openHtml(
      world,
      `<div id="to"></div><iframe srcdoc="<p>ChatGPT.</p>"></iframe>`,
    );
    await expect.poll(() => listedIn(world, page)).toEqual([[], ['ChatGPT']]);
    await page.evaluate(
      `to.append(document.querySelector('iframe').contentDocument.querySelector('p'))`,
    );
    await expectPainted(page, ['ChatGPT']);
    const isSameScript = () =>
      world.extension.inPage(page, () => {
        const frame = globalThis as Record<symbol, unknown> & { known?: unknown };
        const script = frame[Symbol.for('ai-footnotes.page')];
        frame.known ??= script;
        return script === frame.known;
      });
    expect(await isSameScript()).toBe(true);
    await page.evaluate(`document.querySelector('iframe').remove()`);
    // In Firefox what we hold of it is dead, and only a new script finds it again.
    await expect.poll(isSameScript).toBe(world.kind === 'chrome');
    await expectPainted(page, ['ChatGPT']);
    await expect.poll(() => listedIn(world, page)).toEqual([['ChatGPT']]);
  });

  test('headings and articles that come, go or move make sections of the names around them', async () => {
    const page = await openHtml(
      world,
      '<main><p>OpenAI one.</p><p id="second">OpenAI two.</p></main>',
    );
    await expectPainted(page, ['OpenAI']);
    await page.evaluate(`second.insertAdjacentHTML('beforebegin', '<h2>More</h2>')`);
    await expectPainted(page, ['OpenAI', 'OpenAI']);
    await page.evaluate(`document.querySelector('main').prepend(document.querySelector('h2'))`);
    await expectPainted(page, ['OpenAI']);
    await page.evaluate(`second.before(document.querySelector('h2'))`);
    await expectPainted(page, ['OpenAI', 'OpenAI']);
    await page.evaluate(`document.querySelector('h2').remove()`);
    await expectPainted(page, ['OpenAI']);
  });

  test('very many comments that come to the document itself keep nothing from being read', async () => {
    const page = await openHtml(world, '<p>Nothing is said.</p>');
    await expect.poll(() => listedIn(world, page)).toEqual([[]]);
    await page.evaluate(() => {
      document.append(...Array.from({ length: 1_500 }, () => document.createComment('')));
      document.body.insertAdjacentHTML('beforeend', '<p>ChatGPT</p>');
    });
    await expectPainted(page, ['ChatGPT']);
  });

  test('a line is split and joined again where the block in its middle stands between blanks and comments', async () => {
    const page = await openHtml(
      world,
      `<p>About OpenAI.</p><div id="line"></div><script>
        line.append('DeepSeek', ' ', document.createComment(''), ' ', 'R1', ' is out.');
        globalThis.note = document.createElement('p');
        note.textContent = 'x';
      </script>`,
    );
    await expectPainted(page, ['DeepSeek  R1', 'OpenAI']);
    await page.evaluate(`line.childNodes[2].before(note)`);
    await expectPainted(page, ['DeepSeek', 'OpenAI']);
    await page.evaluate('note.remove()');
    await expectPainted(page, ['DeepSeek  R1', 'OpenAI']);
  });

  test('names that reading aids set apart are found in what comes later and nowhere else holds a name', async () => {
    const page = await openHtml(world, '<p>About OpenAI.</p><div id="room"></div>');
    await expectPainted(page, ['OpenAI']);
    await page.$eval('#room', (room) => {
      room.innerHTML = '<p><ruby>Deep<rt>x</rt>Seek<rt>y</rt></ruby></p>';
    });
    await expect.poll(() => listedIn(world, page)).toEqual([['OpenAI', 'DeepSeek']]);
  });

  test('they are found as well where all that holds names is sorted anew', async () => {
    const page = await openHtml(
      world,
      `<ul id="list"><li>OpenAI</li><li><ruby>Deep<rt>x</rt>Seek<rt>y</rt></ruby></li></ul>`,
    );
    await expect.poll(() => listedIn(world, page)).toEqual([['OpenAI', 'DeepSeek']]);
    await page.evaluate('list.append(list.lastElementChild); list.append(list.firstElementChild)');
    await expect.poll(() => listedIn(world, page)).toEqual([['DeepSeek', 'OpenAI']]);
  });

  test('a mark around a reading aid or a style sheet stays when that is written anew', async () => {
    const page = await openHtml(
      world,
      `<p>DeepSeek<style>.a {}</style> R1.</p><p><ruby>GPT<rt>x</rt></ruby>-4o.</p>`,
    );
    await expectPainted(page, ['DeepSeek.a {} R1', 'GPTx-4o']);
    await page.evaluate(`
      document.querySelector('p style').textContent = '.b {}';
      document.querySelector('rt').firstChild.data = 'y';
      document.body.append('Codeforces');
    `);
    await expectPainted(page, ['Codeforces', 'DeepSeek.b {} R1', 'GPTy-4o']);
  });

  test('what becomes an editor in one that is none any more has no mark', async () => {
    const page = await openHtml(
      world,
      `<div id="outer"><div id="inner"><p>DeepSeek R1</p></div><p>OpenAI</p></div>`,
    );
    await expectPainted(page, ['DeepSeek R1', 'OpenAI']);
    await page.evaluate(`
      outer.setAttribute('contenteditable', 'false');
      inner.setAttribute('contenteditable', 'true');
    `);
    await expectPainted(page, ['OpenAI']);
    await page.evaluate(`inner.setAttribute('contenteditable', 'false')`);
    await expectPainted(page, ['DeepSeek R1', 'OpenAI']);
  });

  test('what is moved while the page is read keeps its mark and its number', async () => {
    const page = await openHtml(
      world,
      `<ul id="list"><li>DeepSeek R1</li><li>OpenAI</li></ul><div id="room"></div>`,
    );
    await expectPainted(page, ['DeepSeek R1', 'OpenAI']);
    const { before, after, wasThere } = await world.extension.inPage(page, async () => {
      type Listed = { id: string; text: string };
      const handle = (globalThis as Record<symbol, unknown>)[Symbol.for('ai-footnotes.page')] as {
        list(): Promise<Listed[]>;
        mentions: readonly { id: string }[];
        blocks: { take(block: unknown): void };
      };
      const idOfMoved = (listed: Listed[]) => listed.find(({ text }) => text === 'DeepSeek R1')?.id;
      const before = idOfMoved(await handle.list());
      const list = document.querySelector('#list') as HTMLElement;
      const room = document.querySelector('#room') as HTMLElement;
      room.innerHTML = '<p>ChatGPT answered.</p>'.repeat(3_000);
      // In the middle of the reading.
      const { blocks } = handle;
      const take = blocks.take.bind(blocks);
      let taken = 0;
      blocks.take = (block) => {
        take(block);
        taken++;
        if (taken === 1_000) list.append(list.firstElementChild as Element);
      };
      const wasThere: boolean[] = [];
      const look = () => wasThere.push(handle.mentions.some(({ id }) => id === before));
      const timer = setInterval(look, 1);
      const after = idOfMoved(await handle.list());
      look();
      clearInterval(timer);
      return { before, after, wasThere };
    });
    expect(after).toBe(before);
    expect(wasThere).not.toContain(false);
  });

  test('what stands behind the part that the page moves while it is read is not passed by', async () => {
    const page = await openHtml(
      world,
      `<p>OpenAI <ruby>名<rt>míng</rt></ruby></p><main></main><p>ChatGPT</p>`,
    );
    await page.evaluate(
      `document.querySelector('main').innerHTML = '<p>DeepSeek R1 answered.</p>'.repeat(3_000)`,
    );
    await expect.poll(async () => (await paintedIn(page, 'body > p')).length).toBe(2);
    const listed = await world.extension.inPage(page, async () => {
      const handle = (globalThis as Record<symbol, unknown>)[Symbol.for('ai-footnotes.page')] as {
        list(): Promise<{ text: string }[]>;
        blocks: { take(block: unknown): void };
        text: { readAgain(): void };
      };
      const { blocks } = handle;
      const take = blocks.take.bind(blocks);
      let taken = 0;
      let takenBefore = 0;
      const move = () => {
        takenBefore = taken;
        document.body.append(document.querySelector('main') as Element);
      };
      blocks.take = (block) => {
        take(block);
        // Comes before the reading goes on.
        if (++taken === 500) void scheduler.postTask(move, { priority: 'user-blocking' });
      };
      handle.text.readAgain();
      await handle.list();
      blocks.take = take;
      const texts = (await handle.list()).map(({ text }) => text);
      const wasWithin = takenBefore >= 500 && takenBefore < 2_900;
      return { wasWithin, texts: [...new Set(texts)], count: texts.length };
    });
    expect(listed).toEqual({
      wasWithin: true,
      texts: ['OpenAI', 'ChatGPT', 'DeepSeek R1'],
      count: 3_002,
    });
  });

  test('a mark that runs over several nodes is gone before the page is painted once one of them grows', async () => {
    const page = await openHtml(world, '<h1></h1>');
    for (const [at, text] of [
      [0, 'DeepSeek V3 and'],
      [1, ' V3 and '],
    ] as const) {
      await page.$eval('h1', (heading) => {
        // As frameworks write the parts of a line.
        heading.replaceChildren('DeepSeek', ' ', 'R1');
      });
      await expectPainted(page, ['DeepSeek R1']);
      const isPainted = await page.$eval(
        'h1',
        async (heading, index, longer) => {
          (heading.childNodes[index] as Text).data = longer;
          await new Promise(requestAnimationFrame);
          const lines = [...CSS.highlights].flatMap(([, ranges]) => [...ranges]);
          const all = heading.childNodes;
          return lines.some(
            ({ startContainer, endContainer }) =>
              startContainer === all[0] && endContainer === all[2],
          );
        },
        at,
        text,
      );
      expect(isPainted).toBe(false);
    }
  });

  test('mentions of an answer that is made anew as a whole at each word stay the same', async () => {
    const page = await openHtml(world, '<main></main><p>Nothing.</p>');
    const said = ['<p>DeepSeek R1 answers.</p><p>OpenAI asks, and ChatGPT.</p>'];
    const idsAfter = async (more: string) => {
      said.push(more);
      await page.$eval(
        'main',
        (main, html) => {
          main.innerHTML = html;
        },
        said.join(''),
      );
      return world.extension.inPage(page, async () => {
        const handle = (globalThis as Record<symbol, unknown>)[Symbol.for('ai-footnotes.page')] as {
          list(): Promise<{ id: string }[]>;
        };
        return (await handle.list()).map(({ id }) => id);
      });
    };
    await expectPainted(page, []);
    const first = await idsAfter('');
    expect(new Set(first).size).toBe(3);
    expect(await idsAfter('<p>More')).toEqual(first);
    const again = await idsAfter(' comes, and DeepSeek R1 as well.</p>');
    expect(again.slice(0, 3)).toEqual(first);
    expect(new Set(again).size).toBe(4);
  });
});

/** Not in TypeScript's library yet. */
declare const scheduler: {
  postTask(task: () => void, options: { priority: 'user-blocking' }): Promise<void>;
};
