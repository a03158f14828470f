import fc from 'fast-check';
import { expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      id: 'ours',
      onMessage: { addListener: vi.fn() },
      getURL: () => 'chrome-extension://ours/',
    },
  },
}));

const { default: browser } = await import('webextension-polyfill');
const { answerMessages, answerTo } = await import('../../../src/messaging/answer');

const SENDER = { id: 'ours' };
const muted: string[] = [];
const ANSWERS = {
  'term.mute': ({ id }: { id: string }) => void muted.push(id),
  'site.mute': () => {
    throw new Error('no tab');
  },
};

test('a message of the vocabulary is answered', async () => {
  expect(await answerTo(ANSWERS, { name: 'term.mute', params: { id: 'moe' } }, SENDER)).toEqual({
    result: undefined,
  });
  expect(muted.splice(0)).toEqual(['moe']);
});

test('what a form holds reaches the pack format whatever its length: the format names the field', async () => {
  const long = 'x'.repeat(100_000);
  const footnote = {
    language: 'en',
    text: long,
    term: {
      name: long,
      category: 'model',
      aliases: Array.from({ length: 500 }, () => ({
        text: long,
        strength: 'weak',
        for: { words: [long] },
      })),
    },
    kind: 'reported',
    attribution: long,
    source: { title: long, publisher: long, date: long, link: long },
  };
  const save = vi.fn(async () => ({ problems: [] }));
  const said = { name: 'footnote.save', params: { footnote } };
  expect(await answerTo({ 'footnote.save': save }, said, SENDER)).toEqual({
    result: { problems: [] },
  });
  expect(save).toHaveBeenCalledWith({ footnote }, SENDER);
});

test('a failure is told by its text', async () => {
  expect(await answerTo(ANSWERS, { name: 'site.mute', params: {} }, SENDER)).toEqual({
    error: 'no tab',
  });
});

test.each([
  ['another name', { name: 'term.delete', params: { id: 'moe' } }],
  ['a name of every object', { name: 'constructor', params: {} }],
  ['params of another kind', { name: 'term.mute', params: { id: 7 } }],
  ['params too many', { name: 'term.mute', params: { id: 'moe', all: true } }],
  ['an id too long', { name: 'term.mute', params: { id: 'a'.repeat(81) } }],
  ['more than a message', { name: 'term.mute', params: { id: 'moe' }, tab: 1 }],
])('%s changes nothing', async (_, message) => {
  expect(await answerTo(ANSWERS, message, SENDER)).toHaveProperty('error');
  expect(muted).toEqual([]);
});

test('what our own pages alone say is answered to no script in a page of the web', async () => {
  const edit = vi.fn(async () => ({ problems: [] }));
  const term = { name: 'MoE', category: 'idea', aliases: [] };
  const said = { name: 'term.edit', params: { id: 'moe', term } };
  for (const url of ['https://news.example/', 'https://chrome-extension://ours/', undefined]) {
    const sender = { ...SENDER, ...(url && { url }) };
    expect(await answerTo({ 'term.edit': edit }, said, sender)).toHaveProperty('error');
  }
  expect(edit).not.toHaveBeenCalled();
  const page = { ...SENDER, url: 'chrome-extension://ours/glossary.html#term=moe' };
  expect(await answerTo({ 'term.edit': edit }, said, page)).toEqual({ result: { problems: [] } });
});

test('whatever else comes changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.anything(), async (message) => {
      expect(await answerTo(ANSWERS, message, SENDER)).toHaveProperty('error');
    }),
    { numRuns: 2_000 },
  );
  expect(muted).toEqual([]);
});

test('only our own scripts are answered', async () => {
  answerMessages(ANSWERS);
  const [listener] = vi.mocked(browser.runtime.onMessage.addListener).mock.calls[0] ?? [];
  const say = listener as (message: unknown, sender: { id?: string }) => unknown;
  const message = { name: 'term.mute', params: { id: 'moe' } };
  expect(say(message, { id: 'another' })).toBeUndefined();
  expect(say(message, {})).toBeUndefined();
  expect(muted).toEqual([]);
  await say(message, SENDER);
  expect(muted.splice(0)).toEqual(['moe']);
});
