import { expect, test, vi } from 'vitest';
import { done, type Step } from '../../../src/page/slices';
import { TextReader } from '../../../src/page/text-reader';

// Chromium's nodes are asked by the class of all elements, which is not here.
vi.stubEnv('FIREFOX', 'true');

class NotingReader extends TextReader {
  readonly noted: Node[] = [];

  protected override linesStep(container: Node): Step {
    this.noted.push(container);
    return done;
  }

  protected override treeStep(root: Node): Step {
    this.noted.push(root);
    return done;
  }
}

const node = () =>
  ({ isConnected: true, parentNode: null }) as unknown as Node & { isConnected: boolean };

const gone = () => Object.assign(node(), { isConnected: false });

test('of a long list, what has left the page before it was read is kept no longer, and not read', async () => {
  const reader = new NotingReader({ aborted: false });
  const stays = node();
  for (const one of [stays, ...Array.from({ length: 1_000 }, gone)]) {
    reader.wantTree(one);
    reader.wantLines(one);
  }
  reader.forgetGone();
  await reader.read();
  expect(reader.noted).toEqual([stays, stays]);
});

test('views that came and went while nobody looked are not held, however few there are, and whatever was read before', async () => {
  const reader = new NotingReader({ aborted: false });
  for (let made = 0; made < 500; made++) reader.wantTree(node());
  reader.forgetGone();
  await reader.read();
  reader.noted.length = 0;
  const view = () => {
    const one = node();
    reader.wantTree(one);
    return one;
  };
  for (let made = 0; made < 20; made++) {
    view().isConnected = false;
    reader.forgetGone();
  }
  const stays = view();
  await reader.read();
  expect(reader.noted.length).toBeLessThan(16);
  expect(reader.noted).toContain(stays);
});

test('a list is not gone through at each change, however long it has become', () => {
  const reader = new NotingReader({ aborted: false });
  let asked = 0;
  for (let made = 0; made < 5_000; made++) {
    const one = node();
    Object.defineProperty(one, 'isConnected', { get: () => ++asked > 0 });
    reader.wantTree(one);
    reader.forgetGone();
  }
  expect(asked).toBeLessThan(3 * 5_000);
});

test('of a node that stands a hundred thousand elements deep it is known whether it is wanted', () => {
  const reader = new NotingReader({ aborted: false });
  const root = Object.assign(node(), { getRootNode: () => ({ nodeType: 9 }) });
  let deepest: Node = root;
  for (let depth = 0; depth < 100_000; depth++)
    deepest = Object.assign(node(), { parentNode: deepest });
  const unwanted = new Set<Node>();
  expect(reader.isWanted(deepest, unwanted)).toBe(false);
  expect(unwanted.size).toBe(100_001);
  reader.wantTree(root);
  expect(reader.isWanted(deepest, new Set())).toBe(true);
});
