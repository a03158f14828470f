import { expect, test } from 'vitest';
import { bundle } from './support/bundle';
import { inEachBrowser } from './support/in-each-browser';
import { openHtml } from './support/marks';

/** Of more elements than are taken at once: words between scripts, as a list and below one another. */
const MANY = Array.from({ length: 3_000 }, (_, index) => index);
const WIDE = MANY.map(
  (index) => `<i>${index},</i>${index % 50 ? '<b></b>' : '<script>1</script>'}`,
);
const DEEP = WIDE.slice(0, 400).map((word) => `${word}<div>${'<b></b>'.repeat(15)}`);
/** That of short scripts is taken with the rest. */
const WORDS = MANY.map((index) => `${index},${index % 50 ? '' : 1}`).join('');

/** Trees by their HTML, each with the text that is read of it. */
const TREES: readonly (readonly [html: string, text: string])[] = [
  ['<p>one</p>two', 'onetwo'],
  ['one<script>1</script>two<style></style><b>three</b>', 'onetwothree'],
  ['<script>1</script>one<style>2</style>', 'one'],
  ['<style>1</style><script>2</script>', ''],
  ['<div>one<script>1</script></div><script src="x"></script><template>no</template>two', 'onetwo'],
  ['one<svg><style>1<style>2</style>3</style><text>two</text></svg>three', 'onetwothree'],
  ['<section>one<style>1</style>two</section>', 'onetwo'],
  [`one${'<style>1</style>'.repeat(501)}two`, 'onetwo'],
  [WIDE.join(''), WORDS],
  [
    `${WIDE.join('')}<script>${'x'.repeat(30_000)}</script><style>${'x'.repeat(30_000)}</style>`,
    WORDS,
  ],
  [`<section>${WIDE.join('')}</section>`, WORDS],
  [DEEP.join(''), WORDS.slice(0, WORDS.indexOf('400,'))],
];

/** Reads a tree's text, and that of the nodes in which its pieces are said to stand. */
const READING = `
  const textOf = (root) => {
    const tree = new module.TreeText(root);
    while (tree.takeOn());
    const walked = tree.pieces.map(({ start, texts }, index) => {
      const left = (tree.pieces[index + 1]?.start ?? tree.text.length) - start;
      const walk = texts();
      let text = '';
      while (text.length < left) text += walk.nextNode().data;
      return text;
    });
    return [tree.text, walked.join('')];
  };`;

/** Takes a single word for a name, wherever it stands. */
const TRACES = `
  const tracesIn = (text) =>
    [...text.matchAll(/name/g)].map(({ index }) => ({ start: index, end: index + 4, isWord: true }));`;

inEachBrowser((world) => {
  test('the text of a tree is that of the nodes that a walk meets, whatever scripts stand in it', async () => {
    const page = await openHtml(world, '<p>Nothing yet.</p>');
    const read = await page.evaluate(`(() => {
      ${await bundle('src/page/tree-text.ts', 'module')}
      ${READING}
      return ${JSON.stringify(TREES.map(([html]) => html))}.map((html) => {
        document.body.innerHTML = html;
        const host = document.querySelector('section');
        if (!host) return textOf(document.body);
        const root = host.attachShadow({ mode: 'open' });
        root.innerHTML = host.innerHTML;
        return textOf(root);
      });
    })()`);
    const wrong = TREES.filter(([, text], index) => {
      const [taken, walked] = (read as string[][])[index] ?? [];
      return taken !== text || walked !== text;
    });
    expect(wrong.map(([html]) => html.slice(0, 100))).toEqual([]);
  });

  test('a large tree that changes while its text is taken loses nothing that stays where it was', async () => {
    const page = await openHtml(world, '<p>Nothing yet.</p>');
    const read = await page.evaluate(`(() => {
      ${await bundle('src/page/tree-text.ts', 'module')}
      const list = document.createElement('div');
      document.body.append(list);
      for (let index = 0; index < 6_000; index++) list.append(document.createElement('i'));
      const [...items] = list.children;
      items.forEach((item, index) => { item.textContent = index + ','; });
      const tree = new module.TreeText(list);
      while (tree.pieces.length < 3) tree.takeOn();
      items[192].remove();
      list.prepend(items[256]);
      items[320].remove();
      items[2_000].after(items[320], 'new,');
      list.append(items[384]);
      while (tree.takeOn());
      return tree.text;
    })()`);
    const words = Array.from({ length: 6_000 }, (_, index) => `${index},`);
    const [moved] = words.splice(320, 1);
    words.splice(2_000, 0, moved as string, 'new,');
    words.splice(words.indexOf('384,'), 1);
    words.push('384,');
    const left = words.filter((word) => word !== '192,' && word !== '256,');
    expect(read).toBe(left.join(''));
  });

  test('what holds a large tree may leave the page while its text is taken', async () => {
    const page = await openHtml(world, '<p>Nothing yet.</p>');
    const lengths = await page.evaluate(`(() => {
      ${await bundle('src/page/tree-text.ts', 'module')}
      const away = {
        'the tree': (list) => list.remove(),
        'what it is in': (list) => list.parentNode.remove(),
        'all it holds': (list) => list.replaceChildren(),
        'it goes elsewhere': (list) => document.body.prepend(list),
        'it goes to another document': (list) => new Document().append(list.parentNode),
      };
      return Object.values(away).map((leave) => {
        const list = document.createElement('div');
        const holder = document.createElement('div');
        holder.append(list);
        document.body.append('before', holder, 'behind');
        list.innerHTML = '<p>word</p>'.repeat(6_000);
        const tree = new module.TreeText(list);
        while (tree.pieces.length < 3) tree.takeOn();
        leave(list);
        while (tree.takeOn());
        return tree.text.length;
      });
    })()`);
    expect(lengths).toEqual([512, 512, 512, 512, 512]);
  });

  test('what leaves, or goes elsewhere, behind the taking and held no text makes the page no other', async () => {
    const page = await openHtml(world, '<p>Nothing yet.</p>');
    const found = await page.evaluate(`(() => {
      ${await bundle('src/page/tree-text.ts', 'texts')}
      ${await bundle('src/page/trace-places.ts', 'places')}
      ${TRACES}
      const find = (html, leave) => {
        const list = document.createElement('div');
        document.body.replaceChildren(list);
        list.innerHTML = html;
        const tree = new texts.TreeText(list);
        while (tree.takeOn());
        leave(list);
        const found = new places.TracePlaces(tree, () => ({ tracesIn }));
        const step = found.find(tracesIn(tree.text));
        while (!step(() => true));
        return [found.isOther, ...found.containers.map(({ id }) => id)];
      };
      const rows = Array.from({ length: 6_000 }, (_, index) =>
        '<p id="' + index + '">' + (index % 64 ? index % 100 === 50 ? 'name' : 'word' : '') + '</p>');
      return [
        find('<p id="1">name</p><script>1</script><p id="2">name</p>', (list) => list.children[1].remove()),
        find(rows.join(''), (list) => list.children[128].remove()),
        find(rows.join(''), (list) => list.append(list.children[128])),
        find(rows.join(''), (list) => list.children[129].after(list.children[128])),
        find(rows.join(''), (list) => list.children[150].remove()),
      ];
    })()`);
    const named = Array.from({ length: 60 }, (_, index) => `${index * 100 + 50}`);
    const rows = [false, ...named.filter((id) => Number(id) % 64 !== 0)];
    expect(found).toEqual([[false, '1', '2'], rows, rows, rows, [true, '50']]);
  });

  test('names are found in a tree of any length while its text is taken, and what is taken is not kept', async () => {
    const page = await openHtml(world, '<p>Nothing yet.</p>');
    const [found, longest, length] = (await page.evaluate(`(() => {
      ${await bundle('src/page/tree-text.ts', 'texts')}
      ${await bundle('src/page/follow-traces.ts', 'search')}
      ${TRACES}
      const words = ' of many words'.repeat(10);
      const rows = Array.from({ length: 6_000 }, (_, index) => index % 50 === 0
        ? '<p id="' + index + '">' + words + ' name</p>'
        : index % 500 === 1 ? '<script>' + 'name '.repeat(8_000) + '</script>' : '<p>' + words + '</p>');
      const list = document.createElement('div');
      document.body.append(list);
      list.innerHTML = rows.join('');
      const tree = new texts.TreeText(list);
      const found = [];
      let longest = 0;
      const step = search.followTraces(tree, () => ({ tracesIn }), ({ isOther, containers }) => () => {
        found.push(...containers.map(({ id }) => Number(id)), ...(isOther ? ['other'] : []));
        longest = Math.max(longest, tree.text.length);
        return true;
      });
      while (!step(() => true));
      return [found, longest, list.textContent.length];
    })()`)) as [unknown[], number, number];
    expect(found).toEqual(Array.from({ length: 120 }, (_, index) => index * 50));
    expect(length).toBeGreaterThan(1_000_000);
    expect(longest).toBeLessThan(300_000);
  });

  test('a tree may change between the search and what is taken next', async () => {
    const page = await openHtml(world, '<p>Nothing yet.</p>');
    const found = await page.evaluate(`(() => {
      ${await bundle('src/page/tree-text.ts', 'texts')}
      ${await bundle('src/page/follow-traces.ts', 'search')}
      ${TRACES}
      const words = ' of many words'.repeat(10);
      const list = document.createElement('div');
      document.body.append(list);
      list.innerHTML = Array.from({ length: 6_000 }, (_, index) =>
        '<p id="' + index + '">' + words + (index % 50 ? '' : ' name') + '</p>').join('');
      const rows = [...list.children];
      const tree = new texts.TreeText(list);
      const found = [];
      const change = () => {
        rows[5].remove();
        // The border that the text was taken up to, and the one behind.
        const taken = rows.findIndex((_, index) => index * words.length > tree.end);
        const border = Math.ceil(taken / 64) * 64;
        for (const row of rows.slice(border - 64, border + 65)) if (row.id % 64 === 0) list.append(row);
        rows[4_999].insertAdjacentHTML('afterend', '<p id="new">name</p>');
      };
      const step = search.followTraces(tree, () => ({ tracesIn }), ({ isOther, containers }) => () => {
        const isBehind = found.at(-1) === '100';
        found.push(...containers.map(({ id }) => id), ...(isOther ? ['other'] : []));
        // Once, in front of what is searched next and behind where the last name was found.
        if (!isBehind && found.at(-1) === '100') change();
        return true;
      });
      while (!step(() => true));
      return found;
    })()`);
    const named = Array.from({ length: 120 }, (_, index) => `${index * 50}`);
    named.splice(named.indexOf('5000'), 0, 'new');
    expect(found).toEqual(named);
  });

  test('a name is seen at the end of lines of any length', async () => {
    const page = await openHtml(world, '<p>Nothing yet.</p>');
    const seen = await page.evaluate(`(async () => {
      ${await bundle('src/page/first-look.ts', 'module')}
      ${TRACES}
      const looks = ['word', 'name'].map(async (last) => {
        const line = document.createElement('p');
        document.body.append(line);
        line.innerHTML = '<b>of many words </b><br><div>name</div>'.repeat(30_000) + last;
        let isSeen = false;
        const look = new module.FirstLook({
          aborted: false,
          get isSatisfied() { return isSeen; },
          names: { tracesIn },
          onName: () => { isSeen = true; },
        });
        look.wantLines(line);
        await look.read();
        return isSeen;
      });
      return Promise.all(looks);
    })()`);
    expect(seen).toEqual([false, true]);
  });
});
