import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFocusKeeper } from '../../../src/card/focus-keeper';
import { markOf } from './card-machine';

class Place {
  isConnected = true;
  readonly focus = vi.fn();
  getRootNode() {}
}

const control = new Place();

beforeEach(() => {
  vi.stubGlobal('HTMLElement', Place);
  vi.stubGlobal('ShadowRoot', class {});
  vi.stubGlobal('document', { activeElement: control, body: {} });
});

afterEach(() => {
  vi.unstubAllGlobals();
  control.focus.mockReset();
});

/** Comes to a mark from the control, and is to go back. */
function comeTo(link: Place | null) {
  const focus = createFocusKeeper({} as Element);
  const element = { closest: () => link } as unknown as Element;
  focus.remember({ ...markOf('deepseek-r1'), element });
  return focus;
}

test('the focus goes back to the link a mark is in', () => {
  const link = new Place();
  comeTo(link).restore();
  expect(link.focus).toHaveBeenCalledOnce();
  expect(control.focus).not.toHaveBeenCalled();
});

test.each(['in no link', 'in a link that the page has made anew'])(
  'it goes back to where the reader came from for a mark %s',
  (where) => {
    const link = where === 'in no link' ? null : new Place();
    const focus = comeTo(link);
    if (link) link.isConnected = false;
    focus.restore();
    expect(control.focus).toHaveBeenCalledOnce();
  },
);
