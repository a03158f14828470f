import type { Pack } from '../glossary/pack-schema';
import { allOf, type Chunk, type PackDatabase, type PackRecord } from './pack-database';

/** The reader's packs without their contents, in the reader's order. */
export async function listPacks(database: PackDatabase): Promise<PackRecord[]> {
  const packs = await database.getAll('packs');
  return packs.sort(inReadersOrder);
}

/** Of two packs that had one place in earlier versions, the one that was changed first comes first. */
function inReadersOrder(one: PackRecord, other: PackRecord): number {
  return one.order - other.order || one.changed - other.changed;
}

/** A whole pack as it was imported or written, or `undefined` when there is none of that id. */
export async function readPack(database: PackDatabase, id: string): Promise<Pack | undefined> {
  const transaction = database.transaction(['packs', 'terms', 'facts']);
  const [record, terms, facts] = await Promise.all([
    transaction.objectStore('packs').get(id),
    transaction.objectStore('terms').getAll(allOf(id)),
    transaction.objectStore('facts').getAll(allOf(id)),
  ]);
  if (record === undefined) return undefined;
  return {
    ...record.header,
    terms: terms.sort(byOrder).flatMap(({ items }) => items),
    facts: facts.sort(byOrder).flatMap(({ items }) => items),
  };
}

/** What an index is made of: the names of the enabled packs and what speaks for them, without their facts. */
export async function readNames(database: PackDatabase): Promise<Omit<Pack, 'facts'>[]> {
  const transaction = database.transaction(['packs', 'terms']);
  const [records, terms] = await Promise.all([
    transaction.objectStore('packs').getAll(),
    transaction.objectStore('terms').getAll(),
  ]);
  const enabled = records.filter((record) => record.enabled).sort(inReadersOrder);
  return enabled.map(({ id, header }) => ({ ...header, terms: itemsOf(id, [terms]) }));
}

/** What is in the chunks of a pack, in its order; a chunk found for two terms counts once. */
function itemsOf<Item>(pack: string, found: readonly Chunk<Item>[][]): Item[] {
  const chunks = new Map(found.flat().map((chunk) => [`${chunk.pack} ${chunk.order}`, chunk]));
  return [...chunks.values()]
    .filter((chunk) => chunk.pack === pack)
    .sort(byOrder)
    .flatMap(({ items }) => items);
}

function byOrder(one: { order: number }, other: { order: number }): number {
  return one.order - other.order;
}

/** Terms beside an asked one that a pack is searched for; a card shows a line or two of them. */
const NEIGHBOURS_READ = 60;

/**
 * What the enabled packs say of some terms: each pack cut down to those terms and their facts, with the terms
 * that they are related to or measured against, which a card names. Costs look-ups by index alone, whatever the
 * size of the packs.
 *
 * @param ids Terms to read.
 * @returns Packs in the reader's order; without those that know nothing of the terms.
 */
export async function readTerms(database: PackDatabase, ids: readonly string[]): Promise<Pack[]> {
  const transaction = database.transaction(['packs', 'terms', 'facts']);
  const packs = transaction.objectStore('packs');
  const terms = transaction.objectStore('terms').index('terms');
  const facts = transaction.objectStore('facts').index('terms');
  const [termChunks, factChunks] = await Promise.all([
    Promise.all(ids.map((id) => terms.getAll(id))),
    Promise.all(ids.map((id) => facts.getAll(id))),
  ]);
  // What a pack has beside terms and facts can be large, so that of the others is not read.
  const found = new Set([...termChunks, ...factChunks].flat().map(({ pack }) => pack));
  const records = await Promise.all([...found].map((id) => packs.get(id)));

  const asked = new Set(ids);
  const parts: Pack[] = [];
  for (const record of records.filter((one) => one !== undefined).sort(inReadersOrder)) {
    const { id, header, enabled } = record;
    if (!enabled) continue;
    const ownTerms = itemsOf(id, termChunks).filter((term) => asked.has(term.id));
    const ownFacts = itemsOf(id, factChunks).filter((fact) =>
      fact.terms.some((term) => asked.has(term)),
    );
    if (ownTerms.length === 0 && ownFacts.length === 0) continue;
    parts.push({ ...header, terms: ownTerms, facts: ownFacts });
  }

  const beside = new Map(parts.map((pack) => [pack.id, neighboursOf(pack, asked)]));
  const sought = new Set([...beside.values()].flatMap((neighbours) => [...neighbours]));
  const chunks = await Promise.all([...sought].map((id) => terms.getAll(id)));
  return parts.map((pack) => ({
    ...pack,
    terms: [
      ...pack.terms,
      ...itemsOf(pack.id, chunks).filter(({ id }) => beside.get(pack.id)?.has(id)),
    ],
  }));
}

/** The first terms that a pack calls related to the asked ones or measures beside them. */
function neighboursOf({ terms, measures = [] }: Pack, asked: ReadonlySet<string>): Set<string> {
  const related = terms.flatMap((term) => term.related ?? []);
  const measured = measures
    .map(({ values }) => values.map(({ term }) => term))
    .filter((ids) => ids.some((id) => asked.has(id)))
    .flat();
  const neighbours = [...new Set([...related, ...measured])].filter((id) => !asked.has(id));
  return new Set(neighbours.slice(0, NEIGHBOURS_READ));
}

/** The ids of the terms of all packs, also of those that are switched off. */
export async function readTermIds(database: PackDatabase): Promise<string[]> {
  const chunks = await database.getAll('terms');
  return chunks.flatMap(({ terms }) => terms);
}

/** Switches a pack on or off. Nothing happens when there is none of that id. */
export async function enablePack(
  database: PackDatabase,
  id: string,
  enabled: boolean,
): Promise<void> {
  const transaction = database.transaction('packs', 'readwrite');
  const record = await transaction.store.get(id);
  if (record !== undefined) await transaction.store.put({ ...record, enabled });
  await transaction.done;
}

/** Gives the packs the order of `ids`; packs not named keep their order behind them. */
export async function orderPacks(database: PackDatabase, ids: readonly string[]): Promise<void> {
  const transaction = database.transaction('packs', 'readwrite');
  const records = (await transaction.store.getAll()).sort(inReadersOrder);
  const place = (id: string) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
  const ordered = records.sort((one, other) => place(one.id) - place(other.id));
  await Promise.all(ordered.map((record, order) => transaction.store.put({ ...record, order })));
  await transaction.done;
}

/** Removes a pack with all its terms and facts. */
export async function removePack(database: PackDatabase, id: string): Promise<void> {
  const transaction = database.transaction(['packs', 'terms', 'facts'], 'readwrite');
  await Promise.all([
    transaction.objectStore('packs').delete(id),
    transaction.objectStore('terms').delete(allOf(id)),
    transaction.objectStore('facts').delete(allOf(id)),
    transaction.done,
  ]);
}
