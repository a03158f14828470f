import { expect, test } from 'vitest';
import { bundle } from './support/bundle';
import { inEachBrowser } from './support/in-each-browser';
import { openHtml } from './support/marks';

/** Longer than what is left out of large trees. */
const LONG = `/* ${'x'.repeat(600)} */`;

/** Trees by their HTML, each with the text that is read of it. */
const TREES: readonly (readonly [html: string, text: string])[] = [
  ['<p>one</p>two', 'onetwo'],
  ['one<script>1</script>two<style></style><b>three</b>', 'onetwothree'],
  [`<script>${LONG}</script>one<style>${LONG}</style>`, 'one'],
  [`<style>${LONG}</style><script>1</script>`, ''],
  ['<div>one<script>1</script></div><script src="x"></script><template>no</template>two', 'onetwo'],
  ['one<svg><style>1<style>2</style>3</style><text>two</text></svg>three', 'onetwothree'],
  [`<section>one<style>${LONG}</style>two</section>`, 'onetwo'],
  [`one${'<style>1</style>'.repeat(501)}<script>${LONG}</script>`, `one${'1'.repeat(501)}`],
];

inEachBrowser((world) => {
  test('the text of a tree is that of the nodes that a walk meets, whatever scripts stand in it', async () => {
    const page = await openHtml(world, '<p>Nothing yet.</p>');
    const read = await page.evaluate(`(() => {
      ${await bundle('src/page/tree-text.ts', 'module')}
      const textOf = (root) => {
        const tree = new module.TreeText(root);
        while (!tree.gather(() => true));
        const next = tree.walk();
        let walked = '';
        for (let node = next(); node; node = next()) walked += node.data;
        return [tree.text, walked];
      };
      return ${JSON.stringify(TREES.map(([html]) => html))}.map((html) => {
        document.body.innerHTML = html;
        const host = document.querySelector('section');
        if (!host) return textOf(document.body);
        const root = host.attachShadow({ mode: 'open' });
        root.innerHTML = host.innerHTML;
        return textOf(root);
      });
    })()`);
    expect(read).toEqual(TREES.map(([, text]) => [text, text]));
  });
});
