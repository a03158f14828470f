import type { World } from './in-each-browser';

/** Everything the extension has stored, as text. */
export async function everythingStored({ extension }: World): Promise<string> {
  return extension.evaluate(async (api) => {
    const databases = await indexedDB.databases();
    const stores = await Promise.all(
      databases.map(
        ({ name = '' }) =>
          new Promise((done, fail) => {
            const opening = indexedDB.open(name);
            opening.onerror = () => fail(opening.error);
            opening.onsuccess = async () => {
              const database = opening.result;
              const rows = [...database.objectStoreNames].map((store) => {
                const reading = database.transaction(store).objectStore(store).getAll();
                return new Promise((found) => {
                  reading.onsuccess = () => found([name, store, reading.result]);
                });
              });
              done(await Promise.all(rows));
              database.close();
            };
          }),
      ),
    );
    const inOrder = (items: object) => Object.entries(items).sort();
    return JSON.stringify([
      inOrder(await api.storage.sync.get(null)),
      inOrder(await api.storage.local.get(null)),
      stores,
    ]);
  });
}
