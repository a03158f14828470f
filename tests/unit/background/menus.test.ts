import { expect, test, vi } from 'vitest';

const { browser, heard } = vi.hoisted(() => {
  const heard: Record<string, () => Promise<void>> = {};
  const on = (name: string) => ({
    addListener: (listener: () => Promise<void>) => Object.assign(heard, { [name]: listener }),
  });
  const browser = {
    contextMenus: { onClicked: on('clicked'), removeAll: vi.fn(), create: vi.fn() },
    runtime: { onInstalled: on('installed'), onStartup: on('startup') },
  };
  return { browser, heard };
});
const language = vi.hoisted(() => ({ tag: 'en' }));
vi.mock('webextension-polyfill', () => ({ default: browser }));
vi.mock('../../../src/ui/message', () => ({
  message: (name: string) => `${name} ${language.tag}`,
}));
vi.mock('../../../src/background/footnote-service', () => ({}));
vi.mock('../../../src/background/look-up', () => ({}));
vi.mock('../../../src/background/muting', () => ({}));

const { keepMenus } = await import('../../../src/background/menus');
keepMenus();

const { create, removeAll } = browser.contextMenus;

test('the menu speaks the language in which the browser starts', async () => {
  await heard.installed?.();
  expect(create).toHaveBeenCalledWith(expect.objectContaining({ title: 'menuLookUp en' }));
  create.mockClear();
  language.tag = 'zh-Hant';
  await heard.startup?.();
  expect(removeAll).toHaveBeenCalledTimes(2);
  expect(create).toHaveBeenCalledWith(expect.objectContaining({ title: 'menuLookUp zh-Hant' }));
});
