import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { builtInPackPlugin } from './scripts/built-in-pack/vite-plugin.ts';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  vite: () => ({
    plugins: [preact(), builtInPackPlugin()],
    build: { target: ['chrome140', 'firefox150'] },
  }),
  manifest: {
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    minimum_chrome_version: '140',
    permissions: ['storage', 'scripting', 'activeTab', 'alarms'],
    host_permissions: ['<all_urls>'],
    browser_specific_settings: {
      gecko: {
        id: 'ai-footnotes@ai-footnotes.org',
        strict_min_version: '150.0',
        data_collection_permissions: { required: ['none'] },
      },
      gecko_android: { strict_min_version: '150.0' },
    },
  },
});
