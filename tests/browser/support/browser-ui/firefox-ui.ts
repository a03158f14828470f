import type { Page } from 'puppeteer-core';
import { inFirefoxWindow } from '../../../../scripts/browser/firefox-extension';
import type { World } from '../in-each-browser';
import { openPopup } from '../open-popup';
import type { BrowserUi, CommandName, MenuItemName } from './browser-ui';

const ID = 'ai-footnotes@ai-footnotes.org';

/** The id as Firefox spells it in those of its elements. */
const WIDGET = 'ai-footnotes_ai-footnotes_org';

/** Milliseconds a menu or a window has to come up, on however slow a machine. */
const LIMIT = 60_000;

/** Found by the address of its tab: every tab of the tests is in a window of its own. */
const WINDOW_OF = `
  const windowOf = (address) => [...Services.wm.getEnumerator('navigator:browser')].find(
    ({ gBrowser }) => gBrowser.tabs.some((tab) => tab.linkedBrowser.currentURI.spec === address));
  const until = async (isSo, what) => {
    for (const end = Date.now() + ${LIMIT}; Date.now() < end; ) {
      const found = await isSo();
      if (found) return found;
      await new Promise((done) => window.setTimeout(done, 20));
    }
    throw new Error('Waited in vain for ' + what);
  };
  const extension = () => WebExtensionPolicy.getByID('${ID}').extension;`;

/** Firefox by the privileges of its own windows. */
export class FirefoxUi implements BrowserUi {
  constructor(private readonly world: World) {}

  /** Presses the command's keys in the browser window; a command without keys is given some first. */
  async command(over: Page, name: CommandName): Promise<void> {
    await over.bringToFront();
    const keys = await this.world.extension.evaluate(async (api, wanted) => {
      const all = await api.commands.getAll();
      const found = all.find((one) => one.name === wanted);
      if (found?.shortcut) return found.shortcut;
      const shortcut = `Alt+Shift+${all.map(({ name }) => name).indexOf(wanted) + 1}`;
      await api.commands.update({ name: wanted, shortcut });
      return shortcut;
    }, name);
    await this.#run(
      `const target = windowOf(address);
      target.focus();
      await until(() => Services.focus.activeWindow === target, 'the window to come to the front');
      target.gBrowser.selectedBrowser.focus();
      const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      if (!processor.beginInputTransactionForTests(target, () => true)) throw new Error('no keys');
      const events = keys.map((init) => new target.KeyboardEvent('', init));
      for (const event of events) processor.keydown(event);
      for (const event of events.toReversed()) processor.keyup(event);`,
      { address: over.url(), keys: keys.split('+').map(keyOf) },
    );
  }

  async chooseMenuItem(over: Page, item: MenuItemName): Promise<void> {
    await over.bringToFront();
    const at = await over.evaluate(() => {
      const selection = getSelection();
      if (!selection || selection.isCollapsed) return { x: 5, y: 5 };
      const { x, y, width, height } = selection.getRangeAt(0).getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await over.mouse.click(at.x, at.y, { button: 'right' });
    await this.#run(
      `const { document } = windowOf(address);
      const menu = document.getElementById('contentAreaContextMenu');
      await until(() => menu.state === 'open', 'the context menu');
      const id = '${WIDGET}-menuitem-_' + item;
      const entry = await until(() => document.getElementById(id), 'the item ' + item);
      // Several items of one extension stand in a menu of their own.
      const parent = entry.parentNode;
      if (parent !== menu) {
        parent.parentNode.openMenu(true);
        await until(() => parent.state === 'open', 'the menu of the extension');
      }
      parent.activateItem(entry);
      await until(() => menu.state === 'closed', 'the menu to close');`,
      { address: over.url(), item },
    );
  }

  async clickIcon(over: Page): Promise<void> {
    await over.bringToFront();
    await this.#run(
      `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      await ExtensionParent.apiManager.global.browserActionFor(extension()).triggerAction(windowOf(address));`,
      { address: over.url() },
    );
  }

  async withholdSites(): Promise<void> {
    await this.world.extension.evaluate((api) =>
      api.permissions.remove({ origins: ['<all_urls>'] }),
    );
  }

  async allowSites(over: Page): Promise<void> {
    const popup = await openPopup(this.world, over);
    await popup.bringToFront();
    const all = await popup.waitForSelector('.remedies .button:last-child');
    await all?.click();
    await this.#run(
      `const asked = ({ gBrowser, PopupNotifications }) =>
        PopupNotifications.getNotification('addon-webext-permissions', gBrowser.selectedBrowser);
      const question = await until(
        () => [...Services.wm.getEnumerator('navigator:browser')].map(asked).find(Boolean),
        'the question');
      // What its button calls: the button itself takes no press until a reader could have read it.
      question.mainAction.callback({ checkboxChecked: false });
      question.remove();`,
    );
    await popup.close();
  }

  async allowInPrivateWindows(): Promise<void> {
    await this.#run(
      `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const permissions = ['internal:privateBrowsingAllowed'];
      await ExtensionPermissions.add('${ID}', { origins: [], permissions }, extension());`,
    );
  }

  async endBackground(): Promise<void> {
    await this.#run('await extension().terminateBackground();');
  }

  /** Whether the background runs, or is about to. */
  isBackgroundAwake(): Promise<boolean> {
    return this.#run(`return extension().backgroundState !== 'stopped';`);
  }

  /** The picture that stands in the toolbar for a tab. */
  iconOf(over: Page): Promise<string> {
    return this.#run(
      `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const { action } = ExtensionParent.apiManager.global.browserActionFor(extension());
      return action.getContextData(windowOf(address).gBrowser.selectedTab).icon['16'];`,
      { address: over.url() },
    );
  }

  #run<Result>(body: string, names: Record<string, unknown> = {}): Promise<Result> {
    const values = Object.entries(names).map(
      ([name, value]) => `const ${name} = ${JSON.stringify(value)};`,
    );
    return inFirefoxWindow(this.world.session.browser, [WINDOW_OF, ...values, body].join('\n'));
  }
}

/** What a keyboard sends for a key, by its name in a shortcut. */
function keyOf(name: string): { key: string; keyCode: number } {
  const named: Record<string, { key: string; keyCode: number }> = {
    Alt: { key: 'Alt', keyCode: 18 },
    Shift: { key: 'Shift', keyCode: 16 },
    Period: { key: '.', keyCode: 190 },
    Comma: { key: ',', keyCode: 188 },
  };
  return named[name] ?? { key: name, keyCode: name.charCodeAt(0) };
}
