import { describe, expect, it } from 'vitest';
import { BackupError, parseBackup, writeBackup } from '../../../src/backup/backup-format';
import { makePack } from '../packs/make-pack';

const MADE = new Date('2026-11-24T12:00:00Z');
const settings = {
  enabled: false,
  'card.delay': 250,
  'muted.site.example.com': true,
  'settings.format': '2026-11-24',
};

function problemOf(text: string): unknown {
  try {
    parseBackup(text);
  } catch (error) {
    if (error instanceof BackupError) return error.problem;
    throw error;
  }
  return 'taken';
}

function changed(change: (file: Record<string, unknown>) => void): string {
  const file = JSON.parse(writeBackup({ settings, packs: [] }, MADE)) as Record<string, unknown>;
  change(file);
  return JSON.stringify(file);
}

describe('a back-up file', () => {
  it('gives back what was saved', () => {
    const backup = { settings, packs: [{ pack: makePack(), enabled: false }] };
    expect(parseBackup(writeBackup(backup, MADE))).toEqual(backup);
  });

  it('keeps settings of newer versions', () => {
    const newer = { ...settings, 'sounds.volume': 3 };
    expect(parseBackup(writeBackup({ settings: newer, packs: [] }, MADE)).settings).toEqual(newer);
  });

  it('of an older version is brought up to date', () => {
    const older = { 'muted.site.*.Example.com': true };
    expect(parseBackup(writeBackup({ settings: older, packs: [] }, MADE)).settings).toEqual({
      'muted.site.example.com': true,
      'settings.format': '2026-11-24',
    });
  });

  it.each([
    [
      'cut off in the middle',
      writeBackup({ settings, packs: [] }, MADE).slice(0, 60),
      { reason: 'not-json' },
    ],
    ['no JSON', 'PK\u0003\u0004', { reason: 'not-json' }],
    ["another program's", '{"bookmarks": []}', { reason: 'foreign' }],
    ['a list', '[]', { reason: 'foreign' }],
    ['nothing', 'null', { reason: 'foreign' }],
    [
      'of a newer format',
      changed((file) => {
        file.version = 2;
        file.more = 1;
      }),
      { reason: 'newer' },
    ],
    [
      'without its settings',
      changed((file) => {
        delete file.settings;
      }),
      { reason: 'damaged' },
    ],
    [
      'with more than a back-up has',
      changed((file) => {
        file.script = 'x';
      }),
      { reason: 'damaged' },
    ],
    [
      'with a delay of a minute',
      changed((file) => {
        file.settings = { 'card.delay': 60_000 };
      }),
      { reason: 'setting', key: 'card.delay' },
    ],
    [
      'with a muted site that is none',
      changed((file) => {
        file.settings = { 'muted.site.two words': true };
      }),
      { reason: 'damaged' },
    ],
    [
      'with a category there is not',
      changed((file) => {
        file.settings = { 'hidden.category.planet': true };
      }),
      { reason: 'setting', key: 'hidden.category.planet' },
    ],
    [
      'with a muted site that is not on',
      changed((file) => {
        file.settings = { 'muted.site.example.com': 'yes' };
      }),
      { reason: 'setting', key: 'muted.site.example.com' },
    ],
  ])('%s is refused', (_, text, problem) => {
    expect(problemOf(text)).toEqual(problem);
  });

  it('with a pack that is not valid is refused, and says where', () => {
    const text = changed((file) => {
      file.packs = [{ enabled: true, pack: { ...makePack(), format: 9 } }];
    });
    expect(problemOf(text)).toEqual({
      reason: 'pack',
      path: 'packs[0].format',
      detail: 'is a format this version does not know; it knows 1',
    });
  });

  it("restores the reader's own footnotes, but nothing in the name of what comes with the extension", () => {
    const withId = (id: string) => [{ enabled: true, pack: makePack({ id }) }];
    const own = { settings: {}, packs: withId('my-footnotes') };
    expect(parseBackup(writeBackup(own, MADE)).packs).toEqual(own.packs);
    const forged = { settings: {}, packs: withId('deepseek-r1-report') };
    expect(problemOf(writeBackup(forged, MADE))).toEqual({
      reason: 'pack',
      path: 'packs[0].id',
      detail: '"deepseek-r1-report" is the pack that comes with the extension',
    });
  });

  it('cannot reach the prototype of anything', () => {
    const text = changed(() => undefined).replace(
      '"settings":{',
      '"settings":{"__proto__":{"polluted":true},',
    );
    problemOf(text);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
