/** The part of the browser's API the page's script uses; both browsers give promises, so no polyfill is carried. */
interface ExtensionApi {
  runtime: { id?: string };
  storage: {
    local: { get(keys: string[]): Promise<Record<string, unknown>> };
    onChanged: {
      addListener(listener: StorageListener): void;
      removeListener(listener: StorageListener): void;
    };
  };
}

export type StorageListener = (
  changes: Record<string, { newValue?: unknown }>,
  area: string,
) => void;

export const extensionApi = ((globalThis as { browser?: unknown }).browser ??
  (globalThis as { chrome?: unknown }).chrome) as ExtensionApi;

/** Whether the extension this script came with is gone: updated, reloaded or taken out while the page stayed. */
export function isOrphaned(): boolean {
  try {
    return extensionApi.runtime?.id === undefined;
  } catch {
    return true;
  }
}
