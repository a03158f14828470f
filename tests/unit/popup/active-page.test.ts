import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { readMentions } from '../../../src/popup/active-page';
import type { hearPage } from '../../../src/popup/hear-page';

const PAGE_HANDLE = Symbol.for('ai-footnotes.page');

/** A frame of the tab: what its document is, and the texts our script lists there, if it is there. */
interface FakeFrame {
  frameId: number;
  contentType?: string;
  texts?: string[] | undefined;
}

const tab = { id: 1, address: 'https://news.example.com/', site: 'news.example.com' };
let frames: FakeFrame[] = [];
let status = 'complete';
/** What the main frame lists once it is idle; nothing where no script is registered for it. */
let textsWhenIdle: string[] | undefined;
const contains = vi.fn<() => Promise<boolean>>();

interface FakeInjection {
  target: { allFrames?: boolean };
  func?: () => unknown;
  injectImmediately?: boolean;
}

/** Runs what is injected in each frame's world, as browsers do: with its own document and its own handle. */
async function executeScript({ target, func, injectImmediately }: FakeInjection) {
  if (!injectImmediately && textsWhenIdle && frames[0]) frames[0].texts = textsWhenIdle;
  const results: { frameId: number; result: unknown }[] = [];
  for (const frame of target.allFrames ? frames : frames.slice(0, 1)) {
    const { frameId, contentType = 'text/html', texts } = frame;
    // A script file marks the names of the page for once.
    if (func === undefined) frame.texts ??= contentType === 'text/html' ? ['R1'] : undefined;
    const list = async () =>
      texts?.map((text) => ({ id: text, term: text, text, before: '', after: '' }));
    vi.stubGlobal('document', { contentType });
    Object.assign(globalThis, { [PAGE_HANDLE]: texts && { list } });
    results.push({ frameId, result: await func?.() });
  }
  // In no order: the quickest frame answers first.
  return results.reverse();
}

const api = {
  tabs: { get: async () => ({ status }) },
  permissions: { contains },
  scripting: { executeScript },
  storage: { local: { getKeys: async () => [] } },
};
vi.mock('webextension-polyfill', () => ({ default: api }));
vi.stubGlobal('browser', api);

let read: typeof readMentions;
let hear: typeof hearPage;

beforeEach(async () => {
  ({ readMentions: read } = await import('../../../src/popup/active-page'));
  ({ hearPage: hear } = await import('../../../src/popup/hear-page'));
  frames = [{ frameId: 0 }];
  status = 'complete';
  textsWhenIdle = undefined;
  contains.mockResolvedValue(true);
});

async function textsRead() {
  const { mentions, ...rest } = await read(tab);
  return { ...rest, texts: mentions?.map(({ text, frame }) => `${frame}: ${text}`) };
}

describe('the reading of a tab', () => {
  it("has the page's own names before those of its frames", async () => {
    frames = [
      { frameId: 0, texts: ['R1'] },
      { frameId: 3, texts: [] },
      { frameId: 7, texts: ['o1', 'V3'] },
    ];
    expect(await textsRead()).toEqual({ texts: ['0: R1', '7: o1', '7: V3'], isOnce: false });
  });

  describe.each([[[]], [['o1']]])(
    'where a frame has our script and lists %j, the page not',
    (texts) => {
      beforeEach(() => {
        frames.push({ frameId: 7, texts });
      });

      it('is that the page is loading, while it does', async () => {
        status = 'loading';
        expect(await read(tab)).toEqual({ unreadable: 'loading' });
      });

      it('waits for the script that is on its way, and then has both', async () => {
        textsWhenIdle = ['R1'];
        const ofFrame = texts.map((text) => `7: ${text}`);
        expect(await textsRead()).toEqual({ texts: ['0: R1', ...ofFrame], isOnce: false });
      });

      it('is that the page was open before, where no script comes', async () => {
        expect(await read(tab)).toEqual({ unreadable: 'silent' });
      });

      it('has its names marked for this once, where only the frame may be read', async () => {
        contains.mockResolvedValue(false);
        const ofFrame = texts.map((text) => `7: ${text}`);
        expect(await textsRead()).toEqual({ texts: ['0: R1', ...ofFrame], isOnce: true });
      });
    },
  );

  it.each(['text/plain', 'application/json', 'image/png', 'application/pdf', 'image/svg+xml'])(
    'is that there is nothing to mark in %s, whether the site may be read or not',
    async (contentType) => {
      frames = [{ frameId: 0, contentType }];
      expect(await read(tab)).toEqual({ unreadable: 'textless' });
      contains.mockResolvedValue(false);
      expect(await read(tab)).toEqual({ unreadable: 'textless' });
    },
  );

  it('takes a site for one not to be read, where the browser does not say', async () => {
    frames = [{ frameId: 0, texts: ['R1'] }];
    contains.mockRejectedValue(new Error('the browser is about to end'));
    expect(await hear(tab)).toMatchObject({ isAllowed: false });
    expect(await textsRead()).toEqual({ texts: ['0: R1'], isOnce: true });
  });
});
