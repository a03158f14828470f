import browser from 'webextension-polyfill';

/** Firefox for Android has no badge and no icons to change. */
export const action = browser.action as Partial<typeof browser.action>;

/** Waits for changes to a tab's icon. Tabs close at any time, also between a look at them and a call. */
export async function unlessClosed(
  ...calls: readonly (Promise<void> | undefined)[]
): Promise<void> {
  await Promise.allSettled(calls);
}
