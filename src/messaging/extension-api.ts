import type { Answer, Message } from './vocabulary';

/** The part of the browser's API that scripts in pages use; both browsers give promises, so no polyfill is carried. */
interface ExtensionApi {
  runtime: { id?: string; sendMessage(message: Message): Promise<Answer | undefined> };
  storage: {
    local: { get(keys: string | readonly string[]): Promise<Record<string, unknown>> };
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

/** For the bare name `browser` WXT puts an object of its own, which looks at the API in every frame. */
const world = globalThis as unknown as Record<'browser' | 'chrome', ExtensionApi>;

/**
 * Not asked for before there is something to say: each of a page's many empty frames would pay for the look. In
 * Chromium `browser` can be an element of the page that has it for its id.
 */
export const extensionApi = (): ExtensionApi =>
  import.meta.env.FIREFOX ? world.browser : world.chrome;

/** Whether the extension this script came with is gone: updated, reloaded or taken out while the page stayed. */
export function isOrphaned(): boolean {
  try {
    return extensionApi().runtime?.id === undefined;
  } catch {
    return true;
  }
}

/**
 * To be called where a script begins to read a page. Firefox makes `runtime` at the first look into it, and tries
 * only once (`CanOfAPIs.loadAPI` in `ExtensionCommon.sys.mjs`): in a page that is just being put away it fails, and
 * stays dead when the page comes back.
 */
export function makeApi(): void {
  if (import.meta.env.FIREFOX) isOrphaned();
}
