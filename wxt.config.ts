import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig, type UserManifest } from 'wxt';
import { asciiScripts } from './scripts/ascii-scripts.ts';
import { bareScripts } from './scripts/bare-scripts.ts';
import { builtInPackPlugin } from './scripts/built-in-pack/vite-plugin.ts';
import { eagerScripts } from './scripts/eager-scripts.ts';
import { mergePageFiles } from './scripts/merge-page-files.ts';
import { licencesOf } from './scripts/package/licences.ts';
import { preactWithoutInnerHtml } from './scripts/preact-without-inner-html.ts';
import { putBehind } from './scripts/put-behind.ts';

/* The oldest browsers that can paint and find marks: see CSS.highlights.highlightsFromPoint. */
const CHROME = { minimum_chrome_version: '140' };
const FIREFOX = {
  browser_specific_settings: {
    gecko: {
      id: 'ai-footnotes@ai-footnotes.org',
      strict_min_version: '150.0',
      data_collection_permissions: { required: ['none'] },
    },
    gecko_android: { strict_min_version: '150.0' },
  },
} satisfies UserManifest;

/** Has the browser itself keep our pages and the background from asking the network for anything. */
const POLICY = Object.entries({
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
})
  .map((directive) => directive.join(' '))
  .join('; ');

export default defineConfig({
  // Builds with a pack of their author's beside ours must not be taken for ours.
  outDir: process.env.AI_FOOTNOTES_OUTPUT || '.output',
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  hooks: {
    'build:done': async ({ config: { outDir } }) => {
      await mergePageFiles(outDir, 'popup.html');
      await putBehind(outDir, 'vigil.js', ['page.js', 'reader.js']);
    },
    // Published with the extension for authors; no page can read it.
    'build:publicAssets': (_wxt, files) => {
      files.push({
        absoluteSrc: fileURLToPath(new URL('data/pack.schema.json', import.meta.url)),
        relativeDest: 'pack.schema.json',
      });
      files.push({
        contents: licencesOf(fileURLToPath(new URL('.', import.meta.url))),
        relativeDest: 'licences.txt',
      });
    },
  },
  vite: () => ({
    plugins: [
      preact(),
      preactWithoutInnerHtml(),
      builtInPackPlugin(),
      bareScripts(),
      asciiScripts(),
      eagerScripts(),
    ],
    build: {
      target: ['chrome140', 'firefox150'],
      // Both browsers preload modules by themselves; Vite's way for older ones would call fetch.
      modulePreload: { polyfill: false },
    },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'activeTab', 'alarms', 'contextMenus'],
    icons: iconsOf('on', [16, 24, 32, 48, 128]),
    action: {
      default_icon: iconsOf('on', [16, 24, 32, 48]),
      // Else it is the title of popup.html, which knows no languages.
      default_title: '__MSG_extensionName__',
    },
    options_ui: { page: 'glossary.html', open_in_tab: true },
    // Both browsers leave these free on Windows, Linux and macOS; Chrome allows four defaults.
    commands: {
      _execute_action: {
        suggested_key: { default: 'Alt+Shift+F' },
        description: '__MSG_commandPopup__',
      },
      'next-mention': {
        suggested_key: { default: 'Alt+Period' },
        description: '__MSG_commandNext__',
      },
      'previous-mention': {
        suggested_key: { default: 'Alt+Comma' },
        description: '__MSG_commandPrevious__',
      },
      'look-up': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_commandLookUp__',
      },
      'save-footnote': { description: '__MSG_menuClip__' },
      'mute-site': { description: '__MSG_menuMuteSite__' },
    },
    host_permissions: ['<all_urls>'],
    content_security_policy: { extension_pages: POLICY },
    ...(browser === 'firefox' ? FIREFOX : CHROME),
  }),
});

function iconsOf(state: string, sizes: readonly number[]): Record<string, string> {
  return Object.fromEntries(sizes.map((size) => [size, `/icon/${state}-${size}.png`]));
}
