import { vi } from 'vitest';

type Items = Record<string, unknown>;
type Listener = (changes: Items, area: string) => void;

/** A storage area as browsers have it, with a limit on its items, and a switch that makes it refuse all. */
class FakeArea {
  items: Items = {};
  limit = Number.POSITIVE_INFINITY;
  broken = false;

  constructor(
    readonly name: string,
    readonly listeners: Set<Listener>,
  ) {}

  async get(key: string | null): Promise<Items> {
    await this.#reach();
    if (key === null) return structuredClone(this.items);
    return key in this.items ? { [key]: structuredClone(this.items[key]) } : {};
  }

  async set(items: Items): Promise<void> {
    await this.#reach();
    const next = { ...this.items, ...structuredClone(items) };
    if (Object.keys(next).length > this.limit) throw new Error('QUOTA_BYTES quota exceeded');
    this.items = next;
    this.#tell(Object.keys(items));
  }

  async remove(keys: string | readonly string[]): Promise<void> {
    await this.#reach();
    for (const key of [keys].flat()) delete this.items[key];
    this.#tell([keys].flat());
  }

  async #reach(): Promise<void> {
    await Promise.resolve();
    if (this.broken) throw new Error('storage.sync is switched off');
  }

  #tell(keys: readonly string[]): void {
    const changes = Object.fromEntries(keys.map((key) => [key, {}]));
    for (const listener of this.listeners) listener(changes, this.name);
  }
}

const listeners = new Set<Listener>();

/** What the store uses of `browser`. */
export const fakeBrowser = {
  storage: {
    sync: new FakeArea('sync', listeners),
    local: new FakeArea('local', listeners),
    onChanged: {
      addListener: (listener: Listener) => listeners.add(listener),
      removeListener: (listener: Listener) => listeners.delete(listener),
    },
  },
};

/** Empties the storage and lifts its limits; gives Node, which has none before version 24, locks. */
export function resetFakeBrowser(): void {
  listeners.clear();
  fakeBrowser.storage.sync = new FakeArea('sync', listeners);
  fakeBrowser.storage.local = new FakeArea('local', listeners);
  const last = new Map<string, Promise<unknown>>();
  vi.stubGlobal('navigator', {
    locks: {
      request: (name: string, work: () => Promise<unknown>) => {
        const result = (last.get(name) ?? Promise.resolve()).then(work);
        last.set(
          name,
          result.catch(() => undefined),
        );
        return result;
      },
    },
  });
}
