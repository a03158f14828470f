import { beforeEach, expect, test, vi } from 'vitest';
import type { PageMention } from '../../../src/page/page-mention';
import { isRendered } from '../../../src/page/rendered';
import { RenderedMentions } from '../../../src/paint/rendered-mentions';

vi.mock('../../../src/page/rendered');
let hidden: ReadonlySet<string>;
vi.mocked(isRendered).mockImplementation(({ id }) => !hidden.has(id));

let draw: () => void;
vi.stubGlobal('requestAnimationFrame', (drawn: () => void) => {
  draw = drawn;
});
vi.stubGlobal('scheduler', { yield: () => Promise.resolve() });

let rendered: RenderedMentions;
const life = new AbortController();
const onChanged = vi.fn();
const onLooked = vi.fn();
const shownIds = () => rendered.all.map(({ id }) => id);

beforeEach(() => {
  hidden = new Set();
  vi.clearAllMocks();
  rendered = new RenderedMentions(onChanged, onLooked, life.signal);
  rendered.wanted = ['one', 'two'].map((id) => ({ id }) as PageMention);
});

/** Has the page draw, once that is waited for. */
async function drawPage(): Promise<void> {
  await new Promise((done) => setTimeout(done));
  draw();
}

test('a look tells at once which are rendered', async () => {
  hidden = new Set(['two']);
  await rendered.look();
  expect(shownIds()).toEqual(['one']);
  expect(onChanged).toHaveBeenCalledOnce();
  expect(onLooked).toHaveBeenCalledOnce();
});

test('those that came are looked at once the page has drawn them, and those known before are not', async () => {
  await rendered.look();
  rendered.wanted = [...rendered.wanted, { id: 'three' } as PageMention];
  hidden = new Set(['one', 'three']);
  vi.mocked(isRendered).mockClear();
  const looked = rendered.lookSoon(Promise.resolve());
  expect(isRendered).not.toHaveBeenCalled();
  await drawPage();
  await looked;
  expect(isRendered).toHaveBeenCalledOnce();
  expect(shownIds()).toEqual(['one', 'two']);
});

test('a look in time waits with those that came, and is then a look at all', async () => {
  await rendered.look();
  hidden = new Set(['one']);
  vi.mocked(isRendered).mockClear();
  const looked = rendered.lookSoon(Promise.resolve());
  expect(await rendered.lookInTime()).toBe(0);
  expect(isRendered).not.toHaveBeenCalled();
  await drawPage();
  await looked;
  expect(shownIds()).toEqual(['two']);
});

test('a look in time with nothing to wait for is a look', async () => {
  hidden = new Set(['one']);
  await rendered.lookInTime();
  expect(shownIds()).toEqual(['two']);
});
