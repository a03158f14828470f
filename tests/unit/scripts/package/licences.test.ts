import { expect, test } from 'vitest';
import { licencesOf } from '../../../../scripts/package/licences';

test('every library in the packages has its licence there, those that others bring too', () => {
  const text = licencesOf('.');
  for (const name of ['@floating-ui/core', '@floating-ui/utils', 'idb', 'preact', 'valibot']) {
    expect(text).toMatch(
      new RegExp(
        `^${name} \\d+\\.\\d+\\.\\d+ \\((?:MIT|ISC)\\), .*${name.split('/')[0]?.replace('@', '')}`,
        'm',
      ),
    );
  }
  expect(text).toContain('Mozilla Public License Version 2.0');
  expect(text).toContain('Copyright (c) 2015-present Jason Miller');
});
