/** What runs in each frame, and where. */
export interface Injection<Result> {
  target: { tabId: number; allFrames?: boolean; frameIds?: number[] };
  func: () => Result | Promise<Result>;
  /** Else a frame that is still loading is waited for, and every other frame with it. */
  injectImmediately?: boolean;
}

/** Who sent a message; a script in a page comes with its tab. */
export interface MessageSender {
  tab?: { id?: number };
}

/** What the browser says of a tab; its address only where the reader has let the extension in. */
export interface FoundTab {
  id?: number;
  url?: string;
}

interface BrowserApi {
  tabs: {
    query(of: { active: true; currentWindow: true }): Promise<FoundTab[]>;
    get(id: number): Promise<{ status?: string }>;
    getCurrent(): Promise<object | undefined>;
  };
  runtime: {
    onMessage: {
      addListener(listener: (message: unknown, sender: MessageSender) => void): void;
    };
  };
  permissions: { contains(wanted: { origins: string[] }): Promise<boolean> };
  scripting: {
    executeScript<Result>(
      injection: Injection<Result>,
    ): Promise<{ frameId: number; result?: Result | null }[]>;
  };
}

/** What is needed before the popup's code is there: both browsers give promises, so no polyfill need come first. */
export const browserApi = ((globalThis as { browser?: unknown }).browser ??
  (globalThis as { chrome?: unknown }).chrome) as BrowserApi;
