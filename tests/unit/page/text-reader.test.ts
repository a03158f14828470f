import { expect, test } from 'vitest';
import { done, type Step } from '../../../src/page/slices';
import { TextReader } from '../../../src/page/text-reader';

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

test('what has left the page before it was read is kept no longer, and not read', async () => {
  const reader = new NotingReader({ aborted: false });
  const [stays, goes] = [node(), node()];
  for (const one of [stays, goes]) {
    reader.wantTree(one);
    reader.wantLines(one);
  }
  Object.assign(goes, { isConnected: false });
  reader.forgetGone();
  await reader.read();
  expect(reader.noted).toEqual([stays, stays]);
});

test('where all has left the page there is nothing left to do', () => {
  const reader = new NotingReader({ aborted: false });
  const gone = Object.assign(node(), { isConnected: false });
  reader.wantTree(gone);
  reader.wantLines(gone);
  expect(reader.hasWork).toBe(true);
  reader.forgetGone();
  expect(reader.hasWork).toBe(false);
});
