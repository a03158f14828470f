import { afterEach, expect, test, vi } from 'vitest';
import { useCardFocus } from '../../../../src/card/view/use-card-focus';

// The hook is called here as it is rendered once, outside any view.
vi.mock('preact/hooks', () => ({
  useRef: (current: unknown) => ({ current }),
  useLayoutEffect() {},
}));

const control = {};
const root = { activeElement: control as object | null };
/** A card in a window that the reader has left: nothing in it matches `:focus`. */
const card = {
  contains: (element: object | null) => element === control,
  getRootNode: () => root,
  matches: () => false,
};

afterEach(() => {
  root.activeElement = control;
});

function focusIn(onChange: (focused: boolean) => void) {
  const focus = useCardFocus({ current: card as unknown as HTMLElement }, '', onChange);
  focus.onFocusIn();
  return focus;
}

test('a card has the focus for as long as the window leaves it there', async () => {
  const changes: boolean[] = [];
  focusIn((focused) => changes.push(focused)).onFocusOut();
  await Promise.resolve();
  expect(changes).toEqual([true]);
});

test('it tells that the focus went elsewhere', async () => {
  const changes: boolean[] = [];
  const focus = focusIn((focused) => changes.push(focused));
  root.activeElement = null;
  focus.onFocusOut();
  await Promise.resolve();
  expect(changes).toEqual([true, false]);
});
