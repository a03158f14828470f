// Runs in the same page as the extension's own script, in a world of its own. Asked by a test through the page.
addEventListener('message', async ({ data }) => {
  if (!data?.forAnotherExtension) return;
  /** @type {any} */
  const world = globalThis;
  const answers = await (world.browser ?? world.chrome).runtime.sendMessage(data);
  const handle = world[Symbol.for('ai-footnotes.page')];
  const host = document.querySelector('ai-footnotes');
  postMessage({ answers, handle: typeof handle, root: String(host?.shadowRoot) });
});
