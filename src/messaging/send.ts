import { extensionApi } from './extension-api';
import type { Answer, Message, MessageName, Params, Results } from './vocabulary';

/** Milliseconds until a message that nobody received is sent again, and how often. */
const SEND_AGAIN_AFTER = 100;
const MOST_SENDS = 5;

/**
 * Says something to the background and gives its answer. Browsers end the background when they like, and a
 * message that meets it on its way out reaches nobody: it is sent again. One that was received never is.
 *
 * @throws {Error} where the background refuses the message, or is gone since the extension was updated.
 */
export async function send<Name extends MessageName>(
  name: Name,
  params: Params[Name],
): Promise<Results[Name]> {
  const answer = await deliver({ name, params });
  if (answer === undefined) throw new Error(`no answer to "${name}"`);
  if ('error' in answer) throw new Error(answer.error);
  return answer.result as Results[Name];
}

async function deliver(message: Message): Promise<Answer | undefined> {
  for (let sends = 1; ; sends++) {
    try {
      return await extensionApi().runtime.sendMessage(message);
    } catch (error) {
      const isUnheard = String(error).includes('Receiving end does not exist');
      if (!isUnheard || sends === MOST_SENDS) throw error;
      await new Promise((resolve) => setTimeout(resolve, SEND_AGAIN_AFTER));
    }
  }
}
