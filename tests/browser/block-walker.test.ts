import { expect, test } from 'vitest';
import { bundle } from './support/bundle';
import { inEachBrowser } from './support/in-each-browser';
import { openHtml } from './support/marks';

const PART = '<div id="part"><p>one</p><p>two</p></div>';
/** Longer than what is walked in one go. */
const LONG = '<b>x</b>'.repeat(100);

/** What the page does when the walk first pauses, which is after a block or in the midst of a long one, and what is read. */
const CHANGES: readonly (readonly [html: string, change: string, blocks: readonly string[]])[] = [
  [`${PART}<p>three</p>`, '', ['one', 'two', 'three']],
  [`${PART}<p>three</p>`, 'root.append(part)', ['one', 'three', 'one', 'two']],
  [`<p>zero</p>${PART}<p>three</p>`, 'root.prepend(part)', ['zero', 'three']],
  [`${PART}<p>three</p>`, 'part.append(part.firstChild)', ['one', 'two', 'one', 'three']],
  [`${PART}<p>three</p>`, 'part.remove()', ['one', 'three']],
  [`${PART}<p>three</p>`, 'part.replaceChildren("new")', ['one', 'new', 'three']],
  [PART, 'part.replaceChildren()', ['one']],
  [`${PART}three`, 'part.remove()', ['one', 'three']],
  ['<div><p>one</p><p id="part">two</p>three</div>', 'part.remove()', ['one', 'three']],
  [`${PART}<p>three</p>`, 'room.append(root)', ['one', 'two', 'three']],
  [`${PART}<p>three</p>`, 'part.remove(); room.append(root)', ['one']],
  // Half a line is none: the whole of it is read anew.
  [`<p id="part">one ${LONG} end</p><p>two</p>`, 'part.replaceChildren("new")', ['two']],
  [`<div>one <i id="part">${LONG}</i> end<p>two</p></div>`, 'part.remove()', ['two']],
  [`<p>one <i id="part">${LONG}</i></p>`, 'part.replaceChildren()', []],
];

inEachBrowser((world) => {
  test('a walk goes on where it paused, whatever the page did with what stood there', async () => {
    const page = await openHtml(world, '<main></main><aside></aside>');
    const read = await page.evaluate(`(() => {
      ${await bundle('src/page/block-walker.ts', 'module')}
      return ${JSON.stringify(CHANGES)}.map(([html, change]) => {
        const root = document.createElement('section');
        root.innerHTML = html;
        document.querySelector('main').replaceChildren(root);
        const blocks = [];
        const walker = new module.BlockWalker(root, {
          onBlock: ({ text }) => blocks.push(text.trim()),
        });
        walker.walk(() => true);
        new Function('root', 'part', 'room', change)(
          root,
          document.querySelector('#part'),
          document.querySelector('aside'),
        );
        for (let walks = 0; !walker.walk(() => true); walks++) if (walks > 100) return 'endless';
        return blocks;
      });
    })()`);
    expect(read).toEqual(CHANGES.map(([, , blocks]) => blocks));
  });
});
