import { expect, test, vi } from 'vitest';

const { executeScript, insertCSS } = vi.hoisted(() => ({
  executeScript: vi.fn(),
  insertCSS: vi.fn(),
}));
vi.mock('webextension-polyfill', () => ({
  default: { scripting: { executeScript, insertCSS }, runtime: {}, storage: {} },
}));

const { pageAnswers } = await import('../../../src/background/page-scripts');

const SENDER = { tab: { id: 7 }, frameId: 3, documentId: 'D' } as never;

test('the answer to a document goes to that document, and to none that stands in its frame by then', async () => {
  await pageAnswers['names.found']({}, SENDER);
  await pageAnswers['marks.shown']({}, SENDER);
  const targets = [...executeScript.mock.calls, ...insertCSS.mock.calls].map(
    ([{ target }]) => target,
  );
  expect(targets).toEqual(new Array(3).fill({ tabId: 7, documentIds: ['D'] }));
});

test('where the browser names no document, it goes to the frame', async () => {
  executeScript.mockClear();
  await pageAnswers['names.found']({}, { tab: { id: 7 }, frameId: 3 } as never);
  expect(executeScript.mock.calls[0]?.[0].target).toEqual({ tabId: 7, frameIds: [3] });
});

test('who is in no tab is refused', async () => {
  await expect(pageAnswers['names.found']({}, {} as never)).rejects.toThrow('a page has a tab');
});
