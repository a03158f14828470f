import { useState } from 'preact/hooks';
import { reasonOf } from '../packs/reason-of';
import { message } from './message';

/** Makes a change. @returns whether it was made. */
export type Attempt = (change: () => Promise<unknown>) => Promise<boolean>;

/**
 * Does what the browser's storage may refuse, and keeps the reason for the reader. A control below whoever calls
 * this is drawn anew then, and goes back to what is stored.
 *
 * @returns what to tell her, empty unless the last attempt failed; and the way to make one, to be waited for.
 */
export function useAttempt(): [failure: string, attempt: Attempt] {
  const [failure, setFailure] = useState('');
  const attempt = async (change: () => Promise<unknown>) => {
    setFailure('');
    try {
      await change();
      return true;
    } catch (error) {
      setFailure(failureText(error));
      return false;
    }
  };
  return [failure, attempt];
}

/** That a change was not kept, and why. */
export function failureText(error: unknown): string {
  return message('changeFailed', failureReason(reasonOf(error)));
}

/** Both browsers speak of a quota where their storage is full: `Resource::kQuotaBytes`, `QuotaExceededError`. */
export function failureReason(reason: string): string {
  return /quota/i.test(reason) ? message('packsNoRoom') : reason;
}
