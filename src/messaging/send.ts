import type { Answer, Message, MessageName, Params, Results } from './vocabulary';

interface Runtime {
  sendMessage(message: Message): Promise<Answer | undefined>;
}

/**
 * Both browsers' promise-based API; the scripts in pages carry no polyfill. Asked for only to be used: Chromium
 * makes it at the first look, and most frames have nothing to say.
 */
function runtimeApi(): Runtime {
  const world = globalThis as { browser?: unknown; chrome?: unknown };
  return ((world.browser ?? world.chrome) as { runtime: Runtime }).runtime;
}

// Firefox makes it at the first look as well, and for good: in a page that is just being put away it makes one that
// is dead when the page comes back.
if (import.meta.env.FIREFOX) runtimeApi();

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
      return await runtimeApi().sendMessage(message);
    } catch (error) {
      const isUnheard = String(error).includes('Receiving end does not exist');
      if (!isUnheard || sends === MOST_SENDS) throw error;
      await new Promise((resolve) => setTimeout(resolve, SEND_AGAIN_AFTER));
    }
  }
}
