import { describe, expect, it } from 'vitest';
import {
  FORMAT_KEY,
  MIGRATIONS,
  type Migration,
  migrateItems,
} from '../../../src/settings/migrations';

const latest = MIGRATIONS.at(-1)?.date;

describe('migrating stored settings', () => {
  it('spells each muted site one way and keeps everything else', () => {
    const items = {
      'muted.site.*.Example.COM': true,
      'muted.site.kept.example': true,
      theme: 'dark',
    };
    expect(migrateItems(items)).toEqual(
      new Map<string, unknown>([
        ['muted.site.*.Example.COM', undefined],
        ['muted.site.example.com', true],
        [FORMAT_KEY, latest],
      ]),
    );
  });

  it('changes nothing where all migrations have run', () => {
    expect(migrateItems({ [FORMAT_KEY]: latest, 'muted.site.x.example': true }).size).toBe(0);
  });

  it('mends what another machine wrote the old way and synchronisation brought late', () => {
    expect(migrateItems({ [FORMAT_KEY]: latest, 'muted.site.*.x.example': true })).toEqual(
      new Map<string, unknown>([
        ['muted.site.*.x.example', undefined],
        ['muted.site.x.example', true],
      ]),
    );
  });

  it('leaves alone what a newer version has written', () => {
    expect(migrateItems({ [FORMAT_KEY]: '2999-01-01', 'muted.site.*.x.example': true }).size).toBe(
      0,
    );
  });

  it('runs all in order, each on what the one before it left', () => {
    const migrations: Migration[] = [
      { date: '2030-01-01', migrate: () => new Map([['old', undefined]]) },
      {
        date: '2031-01-01',
        migrate: ({ a }) =>
          new Map<string, unknown>([
            ['b', a],
            ['a', undefined],
          ]),
      },
      { date: '2032-01-01', migrate: (items) => new Map([['keys', Object.keys(items).sort()]]) },
    ];
    const changes = migrateItems({ [FORMAT_KEY]: '2030-01-01', a: 1, old: 2 }, migrations);
    expect(Object.fromEntries(changes)).toEqual({
      b: 1,
      a: undefined,
      old: undefined,
      keys: ['b', FORMAT_KEY],
      [FORMAT_KEY]: '2032-01-01',
    });
  });

  it('stands in the order of its dates', () => {
    const dates = MIGRATIONS.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort());
    for (const date of dates) expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
