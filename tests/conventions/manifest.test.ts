import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ConfigEnv, UserManifest, UserManifestFn } from 'wxt';
import config from '../../wxt.config';

const page = readFileSync(join(import.meta.dirname, '../../docs/permissions.md'), 'utf8');

function manifestFor(browser: 'chrome' | 'firefox'): UserManifest {
  const env: ConfigEnv = { browser, manifestVersion: 3, mode: 'production', command: 'build' };
  return (config.manifest as UserManifestFn)(env) as UserManifest;
}

describe('the permissions', () => {
  it.each(['chrome', 'firefox'] as const)(
    'for %s are those that docs/permissions.md gives a reason for',
    (browser) => {
      const { permissions = [], host_permissions = [] } = manifestFor(browser);
      const explained = [...page.matchAll(/^\| `([^`]+)`\s*\| \S/gm)].map(([, name]) => name);
      expect(explained.sort()).toEqual([...permissions, ...host_permissions].sort());
    },
  );
});

describe('the manifest', () => {
  it('holds no setting of another browser', () => {
    expect(manifestFor('chrome')).toHaveProperty('minimum_chrome_version');
    expect(manifestFor('chrome')).not.toHaveProperty('browser_specific_settings');
    expect(manifestFor('firefox')).toHaveProperty('browser_specific_settings');
    expect(manifestFor('firefox')).not.toHaveProperty('minimum_chrome_version');
  });
});
