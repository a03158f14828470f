import { expect, test, vi } from 'vitest';
import type { BlockReading } from '../../../src/matcher/mention';
import { KeptBlocks } from '../../../src/page/kept-blocks';
import { TextBlock } from '../../../src/page/text-block';

// Chromium's nodes are asked by the class of all elements, which is not here.
vi.stubEnv('FIREFOX', 'true');
const document = { getRootNode: () => document } as Node;
vi.stubGlobal('document', document);
vi.stubGlobal('Range', class {});
const { PageReader } = await import('../../../src/page/page-reader');

const ending = { aborted: false };

/** A paragraph of the page with a name in it, and how often it was asked for its place. */
function paragraph(blocks: KeptBlocks): { isConnected: boolean; asked: number } {
  const node = { isConnected: true, asked: 0 };
  const container = {
    get isConnected() {
      node.asked++;
      return node.isConnected;
    },
    ownerDocument: document,
    parentNode: document,
    contains: () => true,
    getRootNode: () => document,
  } as unknown as Node;
  const text = {
    data: 'DeepSeek R1',
    length: 11,
    isConnected: true,
    ownerDocument: document,
    getRootNode: () => document,
    compareDocumentPosition: () => 2,
  } as unknown as Text;
  const block = new TextBlock(container);
  block.append(text);
  blocks.take(block);
  return node;
}

test('what is kept is gone through when the page is read, not each time that something leaves it', async () => {
  const blocks = new KeptBlocks(() => ({}) as BlockReading);
  const reader = new PageReader(() => ({ tracesIn: () => [] }), blocks, ending);
  const paragraphs = Array.from({ length: 100 }, () => paragraph(blocks));
  for (const gone of paragraphs.slice(0, 40)) {
    gone.isConnected = false;
    reader.forgetGone();
  }
  expect(paragraphs.every(({ asked }) => asked === 0)).toBe(true);
  expect(reader.hasWork).toBe(true);
  await reader.read();
  expect(paragraphs.every(({ asked }) => asked === 1)).toBe(true);
  expect(blocks.all.length).toBe(60);
  expect(reader.hasWork).toBe(false);
});
