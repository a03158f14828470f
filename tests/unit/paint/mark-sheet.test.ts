import { beforeEach, expect, test, vi } from 'vitest';
import { send } from '../../../src/messaging/send';
import { MarkSheet } from '../../../src/paint/mark-sheet';

vi.mock('../../../src/messaging/send');
const sent = vi.mocked(send);

let sheet: MarkSheet;
beforeEach(() => {
  sent.mockReset();
  sheet = new MarkSheet();
});

test('it is asked for once', async () => {
  sent.mockResolvedValue(undefined);
  sheet.ask();
  sheet.ask();
  await sheet.come;
  sheet.askAgain();
  expect(sent).toHaveBeenCalledOnce();
});

test('a call that got lost is made again, one that was answered is not', async () => {
  sent.mockReturnValueOnce(new Promise(() => undefined)).mockResolvedValue(undefined);
  sheet.ask();
  sheet.forgetCall();
  sheet.ask();
  expect(sent).toHaveBeenCalledTimes(2);
  await sheet.come;
  sheet.forgetCall();
  sheet.ask();
  expect(sent).toHaveBeenCalledTimes(2);
});

test('one that was refused is made again with new marks, and twice without', async () => {
  sent.mockRejectedValue(new Error('no leave'));
  for (let call = 0; call < 5; call++) {
    sheet.askAgain();
    await sheet.come;
  }
  expect(sent).toHaveBeenCalledTimes(3);
  sheet.ask();
  expect(sent).toHaveBeenCalledTimes(4);
});
