import browser, { type Menus, type Tabs } from 'webextension-polyfill';
import { type MessageName, message } from '../ui/message';
import { showFootnoteForm } from './footnote-service';
import { openGlossary } from './glossary-tab';
import { lookUpSelection } from './look-up';
import { muteSiteOf } from './muting';

interface MenuItem {
  title: MessageName;
  contexts: Menus.ContextType[];
  /** Only where pages are read. */
  onSites?: boolean;
  run(info: Menus.OnClickData, tab: Tabs.Tab | undefined): Promise<void>;
}

/** The context menu's items by id. */
const ITEMS: Record<string, MenuItem> = {
  'look-up': {
    title: 'menuLookUp',
    contexts: ['selection'],
    run: ({ selectionText = '', frameId }, tab) => lookUpSelection(tab, frameId, selectionText),
  },
  'save-footnote': {
    title: 'menuClip',
    contexts: ['selection'],
    onSites: true,
    run: async ({ frameId }, tab) => {
      if (tab?.id === undefined) return;
      await showFootnoteForm({ tabId: tab.id, frameIds: [frameId ?? 0] });
    },
  },
  'mute-site': {
    title: 'menuMuteSite',
    contexts: ['page', 'action'],
    onSites: true,
    run: (_info, tab) => muteSiteOf(tab?.url),
  },
  glossary: {
    title: 'menuGlossary',
    contexts: ['action'],
    run: () => openGlossary(),
  },
};

/** Firefox for Android has no context menus. */
const contextMenus = browser.contextMenus as typeof browser.contextMenus | undefined;

/**
 * Answers the context menu, and puts its items there when the extension is installed or updated, and when the browser
 * starts: it may speak another language since.
 */
export function keepMenus(): void {
  if (contextMenus === undefined) return;
  contextMenus.onClicked.addListener((info, tab) => ITEMS[info.menuItemId]?.run(info, tab));
  const show = async () => {
    await contextMenus.removeAll();
    for (const [id, { title, contexts, onSites }] of Object.entries(ITEMS)) {
      contextMenus.create({
        id,
        title: message(title),
        contexts,
        ...(onSites && { documentUrlPatterns: ['http://*/*', 'https://*/*', 'file:///*'] }),
      });
    }
  };
  browser.runtime.onInstalled.addListener(show);
  browser.runtime.onStartup.addListener(show);
}
