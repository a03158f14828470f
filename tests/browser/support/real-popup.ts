import { expect } from 'vitest';
import type { World } from './in-each-browser';

/** The popup as the toolbar opens it: a window of the extension's that no driver sees. */
export class RealPopup {
  constructor(private readonly world: World) {}

  /** Waits until it says something. */
  async says(text: string): Promise<void> {
    await expect.poll(() => this.text()).toContain(text);
  }

  text(): Promise<string> {
    return this.world.extension.evaluate((api) => {
      const [view] = api.extension.getViews({ type: 'popup' as never });
      return view?.document.body.textContent ?? '';
    });
  }

  /** Presses the button of a name. */
  async press(name: string): Promise<void> {
    await this.world.extension.evaluate((api, wanted) => {
      const [view] = api.extension.getViews({ type: 'popup' as never });
      const buttons = [...(view?.document.querySelectorAll('button') ?? [])];
      const button = buttons.find((one) => one.textContent === wanted);
      if (!button) throw new Error(`no button is called "${wanted}"`);
      button.click();
    }, name);
  }

  async close(): Promise<void> {
    await this.world.extension.evaluate((api) => {
      for (const view of api.extension.getViews({ type: 'popup' as never })) view.close();
    });
  }
}
