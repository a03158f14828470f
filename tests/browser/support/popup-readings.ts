import type { Page } from 'puppeteer-core';
import type { World } from './in-each-browser';

type ExtensionApi = typeof import('webextension-polyfill');

/** How often a page tells of another number in {@link tellOften}. */
export const TELLINGS = 50;

/** How often a popup has asked the frames of a page, and how many messages it has heard. */
interface Readings {
  readings: number;
  messages: number;
}

/** Counts from now on. The first reading is answered once two pages have told, or one has twice. */
export function watchReadings(popup: Page): Promise<void> {
  return popup.evaluate((messagesOfTwo) => {
    const world = globalThis as unknown as Record<'browser' | 'chrome', ExtensionApi> & Readings;
    const { runtime, scripting } = world.browser ?? world.chrome;
    Object.assign(world, { readings: 0, messages: 0 });
    let release: (() => void) | undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    runtime.onMessage.addListener(() => {
      world.messages += 1;
      if (world.messages >= messagesOfTwo) release?.();
    });
    const ask = scripting.executeScript.bind(scripting);
    scripting.executeScript = async (injection) => {
      world.readings += 1;
      await released;
      return ask(injection);
    };
  }, 2 * TELLINGS);
}

/** What was counted since {@link watchReadings}. */
export function readingsOf(popup: Page): Promise<Readings> {
  return popup.evaluate(() => {
    const { readings, messages } = globalThis as unknown as Readings;
    return { readings, messages };
  });
}

/** Has a page tell, as its many frames would, that it has another number of mentions. */
export function tellOften({ extension }: World, page: Page): Promise<void> {
  return extension.inPage(
    page,
    (_, times) => {
      const world = globalThis as unknown as Record<'browser' | 'chrome', ExtensionApi>;
      const { runtime } = world.browser ?? world.chrome;
      for (let time = 0; time < times; time += 1) {
        void runtime.sendMessage({ name: 'mentions.counted', params: {} });
      }
    },
    TELLINGS,
  );
}
