import type { Answer, Message, MessageName, Params, Results } from './vocabulary';

interface Runtime {
  sendMessage(message: Message): Promise<Answer | undefined>;
}

/** Both browsers' promise-based API; the scripts in pages carry no polyfill. */
const { runtime } = ((globalThis as { browser?: unknown }).browser ??
  (globalThis as { chrome?: unknown }).chrome) as { runtime: Runtime };

/**
 * Says something to the background and gives its answer.
 *
 * @throws {Error} where the background refuses the message, or is gone since the extension was updated.
 */
export async function send<Name extends MessageName>(
  name: Name,
  params: Params[Name],
): Promise<Results[Name]> {
  const answer = await runtime.sendMessage({ name, params });
  if (answer === undefined) throw new Error(`no answer to "${name}"`);
  if ('error' in answer) throw new Error(answer.error);
  return answer.result as Results[Name];
}
