import { afterEach, beforeEach, expect, test, vi } from 'vitest';

type Command = (name: string, tab: object) => Promise<void>;

/** What is injected, as far as it matters here. */
interface Injection {
  target: { allFrames?: boolean; frameIds?: number[] };
  func: { name: string };
}

const { browser, told } = vi.hoisted(() => {
  const told: Command[] = [];
  const browser = {
    commands: { onCommand: { addListener: (heard: Command) => told.push(heard) } },
    scripting: { executeScript: vi.fn() },
  };
  return { browser, told };
});
vi.mock('webextension-polyfill', () => ({ default: browser }));
const showFootnoteForm = vi.hoisted(() => vi.fn());
vi.mock('../../../src/background/footnote-service', () => ({ showFootnoteForm }));
const lookUpSelection = vi.hoisted(() => vi.fn());
vi.mock('../../../src/background/look-up', () => ({ lookUpSelection }));
vi.mock('../../../src/background/muting', () => ({ muteSiteOf: vi.fn() }));

const { keepCommands } = await import('../../../src/background/commands');
keepCommands();

const TAB = { id: 7 };
const PAGE = { focusDepth: 0, selection: 'glimmerfish', mentions: 2 };

/** The frames that stepped, by their numbers. */
let stepped: number[];

async function press(command: string): Promise<void> {
  const done = told[0]?.(command, TAB);
  await vi.runAllTimersAsync();
  await done;
}

beforeEach(() => {
  vi.useFakeTimers();
  stepped = [];
  showFootnoteForm.mockReset();
  lookUpSelection.mockReset();
  // A frame of the tab hangs: whoever asks all of them gets no answer. The page itself gives one.
  browser.scripting.executeScript.mockReset().mockImplementation(({ target, func }: Injection) => {
    if (target.allFrames) return new Promise(() => {});
    if (func.name.startsWith('step')) stepped.push(...(target.frameIds ?? []));
    return Promise.resolve([{ frameId: 0, result: PAGE }]);
  });
});

afterEach(() => {
  vi.useRealTimers();
});

test('a frame that hangs keeps no command from the page', async () => {
  await press('look-up');
  expect(lookUpSelection).toHaveBeenCalledWith(TAB, 0, 'glimmerfish');
  await press('save-footnote');
  expect(showFootnoteForm).toHaveBeenCalledWith({ tabId: 7, frameIds: [0] });
  await press('next-mention');
  expect(stepped).toEqual([0]);
}, 1_000);

test('a frame that is long in being read has the step all the same, where the page has nothing to step to', async () => {
  browser.scripting.executeScript.mockImplementation(async ({ target, func }: Injection) => {
    if (func.name.startsWith('step')) stepped.push(...(target.frameIds ?? []));
    if (target.allFrames) await new Promise((done) => setTimeout(done, 5_000));
    const page = { frameId: 0, result: { ...PAGE, mentions: 0 } };
    return target.allFrames ? [page, { frameId: 3, result: PAGE }] : [page];
  });
  await press('next-mention');
  expect(stepped).toEqual([3]);
}, 1_000);

test('what acts on the selection waits for no frame to be read', async () => {
  const list = vi.fn(() => new Promise<never>(() => {}));
  Object.assign(globalThis, { [Symbol.for('ai-footnotes.page')]: { list } });
  vi.stubGlobal('document', { hasFocus: () => true });
  const top = { parent: {} };
  top.parent = top;
  vi.stubGlobal('window', top);
  vi.stubGlobal('getSelection', () => 'glimmerfish');
  browser.scripting.executeScript.mockImplementation(async ({ func, args = [] }) => [
    { frameId: 3, result: await func(...args) },
  ]);
  await press('save-footnote');
  expect(showFootnoteForm).toHaveBeenCalledWith({ tabId: 7, frameIds: [3] });
  expect(list).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
}, 1_000);
