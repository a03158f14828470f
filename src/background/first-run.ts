import browser from 'webextension-polyfill';

/** Set once the welcome page was opened; reinstalling over an old profile does not open it again. */
const WELCOMED_KEY = 'welcomed';

/** Opens the welcome page once, when the extension comes to this machine; never after an update. */
export function welcomeOnce(): void {
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    if (reason !== 'install') return;
    if ((await browser.storage.local.get(WELCOMED_KEY))[WELCOMED_KEY] === true) return;
    await browser.storage.local.set({ [WELCOMED_KEY]: true });
    await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });
}
