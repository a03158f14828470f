import type { Page } from 'puppeteer-core';
import type { World } from '../in-each-browser';
import { ChromiumUi } from './chromium-ui';
import { FirefoxUi } from './firefox-ui';

/** The names of the manifest's commands. */
export type CommandName =
  | 'next-mention'
  | 'previous-mention'
  | 'look-up'
  | 'save-footnote'
  | 'mute-site';

/** The items of the context menu, by their ids. */
export type MenuItemName = 'look-up' | 'save-footnote' | 'mute-site' | 'glossary';

/**
 * What a reader does with the browser itself rather than with a page: its menus, keys, toolbar and private
 * windows. Firefox's own interface is worked as it is, by its windows' privileges. Headless Chromium has
 * neither menus nor shortcuts: there the event that they cause is sent to the extension's worker.
 */
export interface BrowserUi {
  /** Gives a keyboard command over a tab. */
  command(over: Page, name: CommandName): Promise<void>;
  /** Chooses an item of the context menu at the page's selection, or over the page where nothing is selected. */
  chooseMenuItem(over: Page, item: MenuItemName): Promise<void>;
  /** Clicks the icon in the toolbar: opens the popup, and lets the extension into the tab for once. */
  clickIcon(over: Page): Promise<void>;
  /** Takes the leave to read sites away. */
  withholdSites(): Promise<void>;
  /**
   * Gives it back: in Firefox by the button in the popup over a tab and by the browser's own question, answered with
   * yes; headless Chromium shows no question, and its settings are worked instead.
   */
  allowSites(over: Page): Promise<void>;
  /** Lets the extension into private windows. */
  allowInPrivateWindows(): Promise<void>;
  /** Ends the extension's background as the browser does when it is idle, and waits until it is gone. */
  endBackground(): Promise<void>;
}

/** The browser of a world, worked as its reader works it. */
export function browserUi(world: World): BrowserUi {
  return world.kind === 'chrome' ? new ChromiumUi(world) : new FirefoxUi(world);
}
