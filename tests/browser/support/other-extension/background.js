/** Sends every message it is handed to an extension, by message and by port, and tells what came back. */
/** @type {any} */
const world = globalThis;
const { runtime } = world.browser ?? world.chrome;

/**
 * @param {{ to: string; messages: unknown[] }} order
 * @param {unknown} _sender
 * @param {(answers: unknown) => void} respond
 */
function take({ to, messages }, _sender, respond) {
  Promise.all(messages.flatMap((message) => [send(to, message), post(to, message)])).then(respond);
  return true;
}

runtime.onMessage.addListener(take);

/**
 * @param {string} to
 * @param {unknown} message
 */
async function send(to, message) {
  try {
    return { answer: await runtime.sendMessage(to, message) };
  } catch (error) {
    return { error: String(error) };
  }
}

/**
 * @param {string} to
 * @param {unknown} message
 */
function post(to, message) {
  return new Promise((done) => {
    const port = runtime.connect(to);
    port.onMessage.addListener((/** @type {unknown} */ answer) => done({ answer }));
    port.onDisconnect.addListener(() =>
      done({ error: String(port.error ?? runtime.lastError?.message) }),
    );
    try {
      port.postMessage(message);
    } catch (error) {
      done({ error: String(error) });
    }
  });
}
