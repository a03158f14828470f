/** The part of the browser's API the card uses; both browsers give promises, so no polyfill is carried. */
interface ExtensionApi {
  runtime: { id?: string };
  storage: {
    local: { get(key: string): Promise<Record<string, unknown>> };
    onChanged: Listeners<(changes: Record<string, { newValue?: unknown }>, area: string) => void>;
  };
}

interface Listeners<Listener> {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
}

export const extensionApi = ((globalThis as { browser?: unknown }).browser ??
  (globalThis as { chrome?: unknown }).chrome) as ExtensionApi;
