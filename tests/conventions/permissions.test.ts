import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import config from '../../wxt.config';

const page = readFileSync(join(import.meta.dirname, '../../docs/permissions.md'), 'utf8');

describe('the permissions', () => {
  it('are those that docs/permissions.md gives a reason for', () => {
    const { permissions, host_permissions } = config.manifest as {
      permissions: string[];
      host_permissions: string[];
    };
    const explained = [...page.matchAll(/^\| `([^`]+)`\s*\| \S/gm)].map(([, name]) => name);
    expect(explained.sort()).toEqual([...permissions, ...host_permissions].sort());
  });
});
