import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const sendMessage = vi.fn();
vi.stubGlobal('chrome', { runtime: { sendMessage } });
const { send } = await import('../../../src/messaging/send');

const UNHEARD = new Error('Could not establish connection. Receiving end does not exist.');

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  sendMessage.mockReset();
});

test('a message that met the background on its way out is sent again', async () => {
  sendMessage.mockRejectedValueOnce(UNHEARD).mockRejectedValueOnce(UNHEARD);
  sendMessage.mockResolvedValue({ result: undefined });
  const sent = send('names.found', {});
  await vi.runAllTimersAsync();
  expect(await sent).toBeUndefined();
  expect(sendMessage).toHaveBeenCalledTimes(3);
});

test('a message that is never heard fails in the end', async () => {
  sendMessage.mockRejectedValue(UNHEARD);
  const failed = expect(send('names.found', {})).rejects.toThrow('Receiving end');
  await vi.runAllTimersAsync();
  await failed;
  expect(sendMessage).toHaveBeenCalledTimes(5);
});

test('a message that was received is not sent twice', async () => {
  sendMessage.mockRejectedValue(
    new Error('The message port closed before a response was received.'),
  );
  await expect(send('footnote.remove', { fact: 'a' })).rejects.toThrow('port closed');
  sendMessage.mockResolvedValue({ error: 'no tab' });
  await expect(send('site.mute', {})).rejects.toThrow('no tab');
  expect(sendMessage).toHaveBeenCalledTimes(2);
});
