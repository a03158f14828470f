import { useState } from 'preact/hooks';
import { message } from '../ui/message';

/**
 * Does what the browser's storage may refuse, and keeps the reason for the reader.
 *
 * @returns what to tell her, empty unless the last attempt failed; and the way to make one.
 */
export function useAttempt(): [failure: string, attempt: (change: () => Promise<unknown>) => void] {
  const [failure, setFailure] = useState('');
  const attempt = (change: () => Promise<unknown>) => {
    setFailure('');
    change().catch((error: unknown) => setFailure(failureText(error)));
  };
  return [failure, attempt];
}

/** That a change was not kept, and why. */
export function failureText(error: unknown): string {
  return message('changeFailed', error instanceof Error ? error.message : String(error));
}
