import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bundle } from './support/bundle';
import { inEachBrowser } from './support/in-each-browser';
import { openHtml } from './support/marks';

/** A piece of text, or an element and what is in it. */
type Part = string | readonly [tag: string, attribute: string, parts: readonly Part[]];

const TEXTS = ['DeepSeek', ' R1', 'R1', 'o1', 'x', ' ', ' and ', '-mini', '\u00ad', '。'];

/** Every kind of element, those of pages more often. */
const TAGS =
  'div div p a a span span b li td section sup script noscript rt code svg button img br pre textarea my-part'.split(
    ' ',
  );

const ATTRIBUTES = ['', '', '', '', '', '', 'contenteditable', 'class="katex"'];

const { parts: PARTS } = fc.letrec<{ part: Part; parts: Part[] }>((tie) => ({
  parts: fc.array(tie('part'), { maxLength: 5 }),
  part: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom(...TEXTS),
    fc.tuple(fc.constantFrom(...TAGS), fc.constantFrom(...ATTRIBUTES), tie('parts')),
  ),
}));

const KINDS = ['append', 'insert', 'remove', 'move', 'replace', 'write', 'split', 'edit'];

/** One change: where, as a share of all the places there are, and what comes there. */
const EDITS = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    parts: PARTS,
    text: fc.constantFrom(...TEXTS),
  }),
  { minLength: 4, maxLength: 8 },
);

const SAMPLE = { seed: 28_01_2025 };
const PAGES = fc.sample(PARTS, { ...SAMPLE, numRuns: 2_000 });
const LIVES = fc.sample(fc.tuple(PARTS, EDITS), { ...SAMPLE, numRuns: 300 });

/** What is read one way and the other, and of what. */
interface Compared {
  html: string;
  /** What was done, and what came of it. */
  edit?: string;
  after?: string;
  read: string[];
  walked: string[];
}

/** In the page: makes elements of parts. */
const APPEND = `const append = (parent, parts) => {
  for (const part of parts) {
    if (typeof part === 'string') {
      parent.append(part);
      continue;
    }
    const [tag, attribute, inner] = part;
    const element = document.createElement(tag);
    const [name, value] = attribute.split('=');
    if (name) element.setAttribute(name, (value ?? '').replaceAll('"', ''));
    append(element, inner);
    parent.append(element);
  }
};
const fill = (parts) => {
  const root = document.createElement('main');
  append(root, parts);
  document.body.replaceChildren(root);
  return root;
};`;

inEachBrowser((world) => {
  test('the lines that traces of names lead to are all those in which a walk over everything finds names', async () => {
    const page = await openHtml(world, '<p>Nothing yet.</p>');
    const compared = (await page.evaluate(`(async () => {
      ${await bundle('tests/browser/support/ways-to-read.ts', 'ways')}
      ${APPEND}
      const compared = [];
      for (const parts of ${JSON.stringify(PAGES)}) {
        const root = fill(parts);
        const read = await ways.readByTraces(root);
        compared.push({ html: root.innerHTML, read, walked: ways.readByWalk(root) });
      }
      return compared;
    })()`)) as Compared[];
    expectSame(compared);
  });

  test('after each change of a page all is known that a walk over everything finds', async () => {
    const page = await openHtml(world, '<p>Nothing yet.</p>');
    const compared = (await page.evaluate(`(async () => {
      ${await bundle('tests/browser/support/ways-to-read.ts', 'ways')}
      ${APPEND}
      const known = ways.readChanges();
      const pick = (list, share) => list[Math.floor(list.length * share)];
      const below = (root, what) => {
        const walker = document.createTreeWalker(root, what);
        const nodes = [];
        while (walker.nextNode()) nodes.push(walker.currentNode);
        return nodes;
      };
      const change = (root, { kind, place, parts, text }) => {
        const node = pick(below(root, NodeFilter.SHOW_ALL), place) ?? root;
        const element = pick([root, ...below(root, NodeFilter.SHOW_ELEMENT)], place);
        const piece = pick(below(root, NodeFilter.SHOW_TEXT), place);
        const made = new DocumentFragment();
        append(made, parts);
        if (kind === 'append') element.append(made);
        else if (kind === 'insert') element.prepend(made);
        else if (kind === 'remove') node !== root && node.remove();
        else if (kind === 'move') root.prepend(node === root ? '' : node);
        else if (kind === 'replace') element.replaceChildren(made);
        else if (kind === 'write') piece && (piece.data = text);
        else if (kind === 'split') piece?.splitText(Math.floor(piece.length / 2));
        else if (element !== root) element.toggleAttribute('contenteditable');
      };
      const compared = [];
      for (const [parts, edits] of ${JSON.stringify(LIVES)}) {
        const root = fill(parts);
        await known();
        for (const edit of edits) {
          const html = root.outerHTML;
          change(root, edit);
          await undefined;
          const read = await known();
          const after = root.outerHTML;
          compared.push({ html, edit: edit.kind, after, read, walked: ways.readByWalk(root) });
        }
      }
      return compared;
    })()`)) as Compared[];
    expectSame(compared);
  });
});

function expectSame(compared: readonly Compared[]): void {
  expect(compared.filter(({ walked }) => walked.length > 0).length).toBeGreaterThan(300);
  expect(compared.filter(({ read, walked }) => sorted(read) !== sorted(walked))).toEqual([]);
}

/** Without the blanks around: one that comes beside a text is not read again for. */
const sorted = (texts: readonly string[]): string =>
  JSON.stringify(texts.map((text) => text.trim()).sort());
