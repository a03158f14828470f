import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkPack } from '../../../src/glossary/parse-pack';
import { importPack } from '../../../src/packs/import-pack';
import { openPackDatabase, type PackDatabase } from '../../../src/packs/pack-database';
import {
  enablePack,
  listPacks,
  orderPacks,
  readNames,
  readPack,
  readTerms,
  removePack,
} from '../../../src/packs/reader-packs';
import { makePack } from './make-pack';

const now = Date.UTC(2026, 0, 1);
let database: PackDatabase;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openPackDatabase();
});

afterEach(() => vi.restoreAllMocks());

const ids = async () => (await listPacks(database)).map(({ id }) => id);

describe('importing a pack', () => {
  it('gives back the same pack', async () => {
    const pack = makePack({ terms: 20, factsPerTerm: 3 });
    await importPack(database, pack, { now });
    expect(await readPack(database, pack.id)).toEqual(pack);
    expect(checkPack(await readPack(database, pack.id), 'exported.json')).toEqual(pack);
  });

  it('puts a newer version in the place of the older, keeping its place and switch', async () => {
    await importPack(database, makePack({ id: 'first' }), { now });
    await importPack(database, makePack({ id: 'second' }), { now });
    await enablePack(database, 'first', false);
    const newer = makePack({ id: 'first', version: '2.0.0', terms: 1 });
    await importPack(database, newer, { now });
    expect(await readPack(database, 'first')).toEqual(newer);
    expect(await ids()).toEqual(['first', 'second']);
    expect((await listPacks(database))[0]).toMatchObject({ enabled: false, terms: 1, facts: 2 });
  });

  it('reports progress that ends at the whole', async () => {
    const reports: number[] = [];
    await importPack(database, makePack({ terms: 700, factsPerTerm: 2 }), {
      now,
      onProgress: (done, total) => reports.push(done / total),
    });
    expect(reports.length).toBeGreaterThan(3);
    expect(reports).toEqual([...reports].sort((one, other) => one - other));
    expect(reports.at(-1)).toBe(1);
  });

  it('leaves the old state when cancelled in the middle', async () => {
    const old = makePack({ terms: 3 });
    await importPack(database, old, { now });
    const controller = new AbortController();
    const importing = importPack(database, makePack({ terms: 2_000, version: '2.0.0' }), {
      now,
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('the reader changed her mind')),
    });
    await expect(importing).rejects.toThrow('the reader changed her mind');
    expect(await readPack(database, old.id)).toEqual(old);
  });

  it('leaves the old state when a record cannot be stored', async () => {
    const old = makePack({ terms: 3 });
    await importPack(database, old, { now });
    const broken = makePack({ terms: 30, version: '2.0.0' });
    (broken.facts[40] as { text: unknown }).text = () => 'functions cannot be stored';
    await expect(importPack(database, broken, { now })).rejects.toThrow();
    expect(await readPack(database, old.id)).toEqual(old);
  });

  it('writes nothing when cancelled before it began', async () => {
    const signal = AbortSignal.abort(new Error('cancelled'));
    await expect(importPack(database, makePack(), { now, signal })).rejects.toThrow('cancelled');
    expect(await ids()).toEqual([]);
  });
});

describe('the order of packs', () => {
  it('has a new pack at its end, also where one was removed before', async () => {
    for (const id of ['first', 'second', 'third']) {
      await importPack(database, makePack({ id }), { now });
    }
    await removePack(database, 'first');
    await importPack(database, makePack({ id: 'fourth' }), { now });
    expect(await ids()).toEqual(['second', 'third', 'fourth']);
    await orderPacks(database, ['third', 'fourth', 'second']);
    expect(await ids()).toEqual(['third', 'fourth', 'second']);
  });

  it('is the same for lists, names and terms where two have one place', async () => {
    await importPack(database, makePack({ id: 'later' }), { now: now + 1 });
    await importPack(database, makePack({ id: 'sooner' }), { now });
    for (const record of await listPacks(database)) {
      await database.put('packs', { ...record, order: 0 });
    }
    const order = ['sooner', 'later'];
    expect(await ids()).toEqual(order);
    expect((await readNames(database)).map(({ id }) => id)).toEqual(order);
    expect((await readTerms(database, ['term-0'])).map(({ id }) => id)).toEqual(order);
    await orderPacks(database, []);
    expect(await ids()).toEqual(order);
  });
});

describe('reading terms', () => {
  it('finds a term and its facts in every enabled pack, in the order of the packs', async () => {
    await importPack(database, makePack({ id: 'first' }), { now });
    await importPack(database, makePack({ id: 'second' }), { now });
    await importPack(database, makePack({ id: 'third' }), { now });
    await enablePack(database, 'second', false);
    await orderPacks(database, ['third']);
    const found = await readTerms(database, ['term-1']);
    expect(found.map(({ id }) => id)).toEqual(['third', 'first']);
    for (const pack of found) {
      expect(pack.terms.map(({ id }) => id)).toEqual(['term-1']);
      expect(pack.facts.map(({ id }) => id)).toEqual(['term-1-fact-0', 'term-1-fact-1']);
    }
  });

  it('gives a fact of two asked terms once', async () => {
    const pack = makePack();
    pack.facts.push({
      id: 'shared',
      terms: ['term-0', 'term-1'],
      text: { en: 'A fact of both.' },
      kind: 'reported',
    });
    await importPack(database, pack, { now });
    const [found] = await readTerms(database, ['term-0', 'term-1']);
    expect(found?.facts.filter(({ id }) => id === 'shared')).toHaveLength(1);
  });

  it('brings the terms that a card names beside the asked one, without their facts', async () => {
    const pack = makePack({ terms: 100 });
    const [first] = pack.terms;
    if (first) first.related = ['term-60'];
    pack.measures = [
      {
        id: 'speed',
        title: { en: 'Speed' },
        unit: 'percent',
        better: 'higher',
        values: ['term-0', 'term-90'].map((term) => ({
          term,
          value: 1,
          qualifier: 'exact',
          fact: `${term}-fact-0`,
        })),
      },
    ];
    await importPack(database, checkPack(pack, 'measured.json'), { now });
    const [found] = await readTerms(database, ['term-0']);
    expect(found?.terms.map(({ id }) => id)).toEqual(['term-0', 'term-60', 'term-90']);
    expect(new Set(found?.facts.flatMap(({ terms }) => terms))).toEqual(new Set(['term-0']));
    expect((await readTerms(database, ['term-1']))[0]?.terms.map(({ id }) => id)).toEqual([
      'term-1',
    ]);
  });

  it('leaves packs that know nothing of the term unread', async () => {
    await importPack(database, makePack({ id: 'asked', terms: 3 }), { now });
    await importPack(database, makePack({ id: 'other', terms: 2 }), { now });
    const read = vi.spyOn(IDBObjectStore.prototype, 'get');
    const readAll = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    expect(await readTerms(database, ['term-2'])).toHaveLength(1);
    expect(read.mock.calls).toEqual([['asked']]);
    expect(readAll).not.toHaveBeenCalled();
  });

  it('knows nothing of a term no pack has', async () => {
    await importPack(database, makePack(), { now });
    expect(await readTerms(database, ['term-99'])).toEqual([]);
  });
});

describe('removing a pack', () => {
  it('takes its terms and facts along and no others', async () => {
    const kept = makePack({ id: 'kept' });
    await importPack(database, kept, { now });
    await importPack(database, makePack({ id: 'kept-not' }), { now });
    await removePack(database, 'kept-not');
    expect(await ids()).toEqual(['kept']);
    expect(await readPack(database, 'kept')).toEqual(kept);
    for (const store of ['terms', 'facts'] as const) {
      const packs = (await database.getAll(store)).map(({ pack }) => pack);
      expect(new Set(packs)).toEqual(new Set(['kept']));
    }
  });
});
