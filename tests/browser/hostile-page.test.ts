import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { findText, readCard } from '../../scripts/browser/card';
import { PARAMS } from '../../src/messaging/vocabulary';
import { inEachBrowser, type World } from './support/in-each-browser';
import { expectPainted, listedIn, openHtml, paintedIn } from './support/marks';
import { openPopup } from './support/open-popup';

const NEWS = `<!doctype html><html lang="en"><title>News</title>
  <style>body { font: 18px/1.6 serif; margin: 16em 6em }</style>
  <p>Last week DeepSeek R1 was released.</p>`;

/** Every message there is, with params that would be taken from one of our own scripts. */
const MESSAGES = Object.keys(PARAMS).map((name) => ({
  name,
  params:
    {
      'terms.read': { ids: ['deepseek-r1'] },
      'term.mute': { id: 'deepseek-r1' },
      'footnote.read': { fact: 'a' },
      'footnote.remove': { fact: 'a' },
    }[name] ?? {},
}));

/** All that the extension keeps: settings, and what it knows of the machine. */
function stored({ extension }: World): Promise<string> {
  return extension.evaluate(async (api) =>
    JSON.stringify([await api.storage.sync.get(), await api.storage.local.get()]),
  );
}

inEachBrowser((world) => {
  async function openCard(page: Page): Promise<void> {
    // Before there is a mark nobody follows the pointer.
    await expect.poll(() => paintedIn(page)).toContain('DeepSeek R1');
    const place = await findText(world.extension, page, 'DeepSeek R1');
    await page.mouse.move(place?.x ?? 0, place?.y ?? 0, { steps: 5 });
    await expect.poll(() => readCard(world.extension, page)).toBeTruthy();
  }

  test('a page can read nothing of a card, whatever it asks of the host', async () => {
    const page = await openHtml(world, NEWS);
    await page.evaluate(() => {
      const heard: string[] = [];
      for (const type of [
        'pointermove',
        'pointerover',
        'mouseover',
        'click',
        'keydown',
        'focusin',
      ]) {
        addEventListener(
          type,
          (event) => {
            const path = event.composedPath();
            const within = path.findIndex((one) => (one as Element).localName === 'ai-footnotes');
            if (within > 0) heard.push(`${type} from within`);
            if (path.some((one) => one instanceof ShadowRoot)) heard.push(`${type} shows the root`);
          },
          true,
        );
      }
      Object.assign(globalThis, { heard });
    });
    await openCard(page);
    const { box } = (await readCard(world.extension, page)) ?? { box: { x: 0, y: 0 } };
    // In one leap: a card does not wait long for a pointer that is on its way.
    await page.mouse.move(box.x + 30, box.y + 30);
    await page.mouse.click(box.x + 30, box.y + 30);
    const seen = await page.evaluate(
      ({ x, y }) => {
        const host = document.querySelector('ai-footnotes') as HTMLElement;
        const clone = host.cloneNode(true) as HTMLElement;
        getSelection()?.selectAllChildren(document.documentElement);
        const refused = (run: () => unknown) => {
          try {
            return String(run());
          } catch (error) {
            return (error as Error).name;
          }
        };
        return {
          root: host.shadowRoot,
          ofClone: clone.shadowRoot,
          attached: refused(() => host.attachShadow({ mode: 'open' })),
          markup: host.innerHTML + host.getHTML({ serializableShadowRoots: true }),
          texts: host.textContent + host.innerText + clone.textContent,
          selected: String(getSelection()).includes('28 January 2025'),
          under: document.elementFromPoint(x + 30, y + 30)?.localName,
          attributes: [...host.attributes].map(({ name }) => name),
          heard: (globalThis as unknown as { heard: string[] }).heard,
        };
      },
      { x: box.x, y: box.y },
    );
    expect(seen).toEqual({
      root: null,
      ofClone: null,
      attached: 'NotSupportedError',
      markup: '',
      texts: '',
      selected: false,
      under: 'ai-footnotes',
      attributes: expect.any(Array),
      heard: [],
    });
    expect(
      seen.attributes.filter((name) => !['popover', 'lang', 'dir', 'style'].includes(name)),
    ).toEqual([]);
  });

  test('elements that are called like what a script asks for end nothing', async () => {
    const page = await openHtml(world, NEWS);
    await expectPainted(page, ['DeepSeek R1']);
    await page.evaluate(() => {
      for (const name of ['browser', 'chrome', 'scheduler', 'origin', 'location']) {
        const element = document.createElement('form');
        element.id = name;
        document.body.append(element);
      }
      document.body.append(' ChatGPT.');
    });
    await expectPainted(page, ['ChatGPT', 'DeepSeek R1']);
  });

  test('a field of a form that is called like what elements have keeps nothing from being read', async () => {
    const fields = [
      'matches',
      'children',
      'contains',
      'nodeType',
      'localName',
      'firstChild',
      'title',
      'id',
    ]
      .map((name) => `<input name="${name}">`)
      .join('');
    const page = await openHtml(
      world,
      `<p>About OpenAI.</p><form><p>DeepSeek R1 came.</p>${fields}</form><p>Then ChatGPT.</p>`,
    );
    await expectPainted(page, ['ChatGPT', 'DeepSeek R1', 'OpenAI']);
    await page.evaluate(() => {
      const form = document.createElement('form');
      form.innerHTML = '<p>GPT-4o is older.</p><input name="matches">';
      document.body.append(form);
    });
    await expectPainted(page, ['ChatGPT', 'DeepSeek R1', 'GPT-4o', 'OpenAI']);
  });

  test('a field of a form that is called like the way from it, or like what is asked of it, ends and holds up nothing', async () => {
    // With reading aids about, all of the page is walked.
    const ways = ['parentNode', 'parentElement', 'nextSibling'];
    for (const name of [...ways, 'contains', 'closest', 'textContent']) {
      const page = await openHtml(
        world,
        `<h2>News</h2><ruby>a<rt>b</rt></ruby><p>About OpenAI.</p><form><fieldset name="${name}"><p>DeepSeek R1 came.</p></fieldset></form>`,
      );
      await expectPainted(page, ['DeepSeek R1', 'OpenAI']);
      // What is read in one go with a form is not lost with it.
      await page.evaluate((field) => {
        const form = document.createElement('form');
        form.innerHTML = `<p>GPT-4o is older.</p><input name="${field}">`;
        document.body.append(
          form,
          Object.assign(document.createElement('p'), { innerHTML: 'NVIDIA' }),
        );
      }, name);
      await expectPainted(page, ['DeepSeek R1', 'GPT-4o', 'NVIDIA', 'OpenAI']);
      await page.evaluate(() => {
        for (const form of document.forms)
          for (const text of ['Then came ChatGPT.', 'And DeepSeek V3.', 'Sora too.'])
            form.insertAdjacentHTML('beforeend', `<p>${text}</p>`);
        document.querySelector('form p')?.append(' It rained.');
      });
      await expect
        .poll(() => listedIn(world, page))
        .toEqual([
          [
            ...['OpenAI', 'DeepSeek R1', 'ChatGPT', 'DeepSeek V3', 'Sora'],
            ...['GPT-4o', 'ChatGPT', 'DeepSeek V3', 'Sora', 'NVIDIA'],
          ],
        ]);
    }
  });

  test('a page that forges messages and events changes nothing', async () => {
    const page = await openHtml(world, NEWS);
    await expectPainted(page, ['DeepSeek R1']);
    const before = await stored(world);
    const reached = await page.evaluate(async (messages) => {
      const globals = globalThis as unknown as Record<
        string | symbol,
        { runtime?: object } | undefined
      >;
      for (const message of messages) {
        postMessage(message, '*');
        for (const type of ['message', message.name, 'ai-footnotes', 'ai-footnotes.page']) {
          dispatchEvent(new CustomEvent(type, { detail: message }));
          document.dispatchEvent(new MessageEvent(type, { data: message }));
        }
        new BroadcastChannel('ai-footnotes').postMessage(message);
        localStorage.setItem(`ai-footnotes.${message.name}`, JSON.stringify(message));
      }
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      document.dispatchEvent(new Event('visibilitychange'));
      document.dispatchEvent(new Event('freeze'));
      return {
        handle: typeof globals[Symbol.for('ai-footnotes.page')],
        runtime: typeof (globals.browser?.runtime ?? globals.chrome?.runtime),
      };
    }, MESSAGES);
    expect(reached).toEqual({ handle: 'undefined', runtime: 'undefined' });
    await openCard(page);
    expect(await stored(world)).toBe(before);
    await expectPainted(page, ['DeepSeek R1']);
  });

  test('a page that writes into our highlights, empties or copies them ends with our marks and its own', async () => {
    const page = await openHtml(
      world,
      NEWS.replace('</p>', ' OpenAI o1 came before.</p><p id="bait">A word of the page.</p>'),
    );
    await expectPainted(page, ['DeepSeek R1', 'OpenAI o1']);
    const copied = await page.evaluate(() => {
      const bait = document.createRange();
      bait.selectNodeContents(document.querySelector('#bait') as Element);
      const copy = new Highlight();
      for (const [name, highlight] of [...CSS.highlights]) {
        if (!name.startsWith('ai-footnotes-')) continue;
        const [first, ...others] = [...highlight];
        for (const range of [first, ...others]) if (range) copy.add(range);
        // As many as before, so that a mere count would not tell.
        if (first) highlight.delete(first);
        highlight.add(bait);
      }
      CSS.highlights.set('of-the-page', copy);
      return copy.size;
    });
    await expectPainted(page, ['DeepSeek R1', 'OpenAI o1']);
    expect(await page.evaluate(() => CSS.highlights.get('of-the-page')?.size)).toBe(copied);
    expect(copied).toBe(2);
    await openCard(page);
  });

  test('another extension gets no answer, and sees no more than the page does', async () => {
    await world.session.browser.installExtension(
      `${process.cwd()}/tests/browser/support/other-extension`,
    );
    const page = await openHtml(world, NEWS);
    await openCard(page);
    const before = await stored(world);
    const heard = await page.evaluate(
      (to, messages) =>
        new Promise<{
          answers: { answer?: unknown; error?: string }[];
          handle: string;
          root: string;
        }>((done) => {
          // Its script and its background come when they like, and hear nothing before.
          const ask = () => postMessage({ forAnotherExtension: true, to, messages });
          const asking = setInterval(ask, 500);
          addEventListener('message', ({ data }) => {
            if (!data.answers) return;
            clearInterval(asking);
            done(data);
          });
        }),
      world.extension.id,
      MESSAGES,
    );
    expect(heard).toMatchObject({ handle: 'undefined', root: 'null' });
    expect(heard.answers).toHaveLength(2 * MESSAGES.length);
    expect(heard.answers.filter(({ error }) => error === undefined)).toEqual([]);
    expect(await stored(world)).toBe(before);
  });

  test('text of a page that looks like markup is text in the popup', async () => {
    const markup = '<img src=x onerror="globalThis.hit = 1"><script>globalThis.hit = 1</script>';
    const escaped = markup.replaceAll('<', '&lt;');
    const page = await openHtml(
      world,
      `<!doctype html><html lang="en"><title>${escaped}</title>
       <p>${escaped} DeepSeek R1 ${escaped}</p><p>${escaped}OpenAI o1</p>`,
    );
    await expectPainted(page, ['DeepSeek R1', 'OpenAI o1']);
    const popup = await openPopup(world, page);
    const text = () => popup.evaluate(() => document.body.innerText);
    await expect.poll(text).toContain('DeepSeek R1');
    const shown = await popup.evaluate(() => ({
      scripts: document.querySelectorAll('body script, img[src="x"], [onerror]').length,
      hit: 'hit' in globalThis,
    }));
    expect(shown).toEqual({ scripts: 0, hit: false });
    expect(await page.evaluate(() => 'hit' in globalThis)).toBe(false);
  });
});
