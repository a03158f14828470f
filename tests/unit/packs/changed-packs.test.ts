import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Pack } from '../../../src/glossary/pack-schema';
import { PackError, parsePack } from '../../../src/glossary/parse-pack';
import { importPack } from '../../../src/packs/import-pack';
import { openPackDatabase, type PackDatabase } from '../../../src/packs/pack-database';
import { listPacks, readPack, removePack } from '../../../src/packs/reader-packs';
import { isSoundPack } from '../glossary/is-sound-pack';
import { changeAt, type Json, pathsOf } from '../glossary/json-paths';
import { VALID } from '../glossary/valid-pack';
import { makePack } from './make-pack';

const now = Date.UTC(2026, 0, 1);

const hostile = fc.constantFrom<Json>(
  ...['', ' ', 'a\u202eb', 'x'.repeat(3_000), '2025-02-30', 'javascript:x', 'lantern', 'sun'],
  ...['https://example.com:99999/', 'https://[/', 'https://1.2.3.999/'],
  ...[-1, 1e308, 0.5, {}, [], [[]], null],
);

/** A pack with up to three of its values changed or taken away. */
const changedPack = fc
  .array(
    fc.tuple(
      fc.constantFrom(...pathsOf(VALID as Json)),
      fc.oneof(hostile, fc.jsonValue() as fc.Arbitrary<Json>, fc.constant(undefined)),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((changes) =>
    JSON.stringify(
      changes.reduce((changed, [path, value]) => changeAt(changed, path, value), VALID as Json),
    ),
  );

/** Imports a file as the extension does. */
async function importFile(database: PackDatabase, json: string): Promise<Pack | undefined> {
  let pack: Pack;
  try {
    pack = parsePack(json, 'test.json');
  } catch (error) {
    if (error instanceof PackError && error.problems.every(({ reason }) => reason)) return;
    throw error;
  }
  await importPack(database, pack, { now });
  return pack;
}

it('10,000 changed packs: none crashes, what is let in is sound by an independent check and kept as it is, and the packs before it are intact', async () => {
  const database = await openPackDatabase();
  const old = [makePack({ id: 'older', terms: 3 }), makePack({ id: 'old', terms: 2 })];
  for (const pack of old) await importPack(database, pack, { now });
  const contents = () =>
    Promise.all((['packs', 'terms', 'facts'] as const).map((store) => database.getAll(store)));
  const before = await contents();

  let runs = 0;
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(changedPack, async (json) => {
      const pack = await importFile(database, json);
      if (pack !== undefined) {
        kept += 1;
        expect(isSoundPack(pack)).toBe(true);
        expect(pack).toEqual(JSON.parse(json));
        expect(await readPack(database, pack.id)).toEqual(pack);
        expect((await listPacks(database)).map(({ id }) => id)).toEqual(['older', 'old', pack.id]);
        await removePack(database, pack.id);
      }
      // Whatever harm was done before shows here too.
      runs += 1;
      if (pack !== undefined || runs % 50 === 0) expect(await contents()).toEqual(before);
    }),
    { numRuns: 10_000, seed: 19 },
  );
  expect(await contents()).toEqual(before);
  expect(kept).toBeGreaterThan(100);
}, 60_000);
