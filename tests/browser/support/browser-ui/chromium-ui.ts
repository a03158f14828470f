import type { Page, Target, WebWorker } from 'puppeteer-core';
import type { World } from '../in-each-browser';
import type { BrowserUi, CommandName, MenuItemName } from './browser-ui';

/** Where the extension may read pages, in the words of Chromium's page of extensions. */
type HostAccess = 'ON_CLICK' | 'ON_ALL_SITES';

interface Dispatching {
  dispatch(...args: unknown[]): void;
}

/** Chromium by its driver, its page of extensions, and its events. */
export class ChromiumUi implements BrowserUi {
  constructor(private readonly world: World) {}

  async command(over: Page, name: CommandName): Promise<void> {
    const worker = await this.#worker();
    await worker.evaluate(
      async (command, tabId) => {
        const { commands, tabs } = chrome as unknown as Api;
        commands.onCommand.dispatch(command, await tabs.get(tabId));
      },
      name,
      this.world.extension.tabId(over),
    );
  }

  async chooseMenuItem(over: Page, item: MenuItemName): Promise<void> {
    const selectionText = await over.evaluate(() => String(getSelection()));
    const worker = await this.#worker();
    await worker.evaluate(
      async (info, tabId) => {
        const { contextMenus, tabs } = chrome as unknown as Api;
        contextMenus.onClicked.dispatch(info, await tabs.get(tabId));
      },
      { menuItemId: item, frameId: 0, ...(selectionText && { selectionText }) },
      this.world.extension.tabId(over),
    );
  }

  async clickIcon(over: Page): Promise<void> {
    const { browser } = this.world.session;
    const own = [...(await browser.extensions()).values()].find(
      ({ id }) => id === this.world.extension.id,
    );
    if (own === undefined) throw new Error('Chromium does not know the extension.');
    await over.bringToFront();
    await over.triggerExtensionAction(own);
  }

  withholdSites(): Promise<void> {
    return this.#setAccess('ON_CLICK');
  }

  allowSites(): Promise<void> {
    return this.#setAccess('ON_ALL_SITES');
  }

  allowInPrivateWindows(): Promise<void> {
    return this.world.extension.reinstallForPrivateWindows();
  }

  async endBackground(): Promise<void> {
    const { browser } = this.world.session;
    const target = await this.#workerTarget();
    await (await workerOf(target)).close();
    // This one alone: whoever has something to say meanwhile wakes another.
    while (browser.targets().includes(target)) {
      await new Promise((done) => setTimeout(done, 5));
    }
  }

  async #setAccess(hostAccess: HostAccess): Promise<void> {
    const page = await this.world.session.browser.newPage();
    await page.goto('chrome://extensions/');
    await page.evaluate(
      (update) => (chrome as unknown as Api).developerPrivate.updateExtensionConfiguration(update),
      { extensionId: this.world.extension.id, hostAccess },
    );
    await page.close();
  }

  #isWorker(target: Target): boolean {
    return (
      target.type() === 'service_worker' && target.url().startsWith(this.world.extension.url(''))
    );
  }

  async #worker(): Promise<WebWorker> {
    return workerOf(await this.#workerTarget());
  }

  async #workerTarget(): Promise<Target> {
    // Any message wakes a worker that has ended.
    await this.world.extension.evaluate((api) => api.runtime.sendMessage({ name: 'wake' }));
    return this.world.session.browser.waitForTarget((one) => this.#isWorker(one));
  }
}

async function workerOf(target: Target): Promise<WebWorker> {
  const worker = await target.worker();
  if (worker === null) throw new Error('The extension has no worker.');
  return worker;
}

/** Of Chromium's API, what is used above; `dispatch` stands on its events for its own bindings. */
interface Api {
  commands: { onCommand: Dispatching };
  contextMenus: { onClicked: Dispatching };
  tabs: { get(id: number): Promise<object> };
  developerPrivate: {
    updateExtensionConfiguration(update: {
      extensionId: string;
      hostAccess: HostAccess;
    }): Promise<void>;
  };
}

declare const chrome: unknown;
