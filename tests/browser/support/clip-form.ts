import type { Page } from 'puppeteer-core';
import type { World } from './in-each-browser';

/** The form for a footnote on a page, worked as a reader works it. */
export class ClipFormOnPage {
  constructor(
    private readonly world: World,
    private readonly page: Page,
  ) {}

  /** Selects what an element says and asks the background for the form, as menu and command do. */
  async openOn(selector: string): Promise<void> {
    await this.page.evaluate((wanted) => {
      const range = new Range();
      range.selectNodeContents(document.querySelector(wanted) as Element);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    }, selector);
    await this.world.extension.inPage(this.page, () => {
      // Open, so that axe in the page can look into it.
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (options) {
        return attach.call(this, { ...options, mode: 'open' });
      };
      const { runtime } = (
        globalThis as unknown as { chrome: typeof import('webextension-polyfill') }
      ).chrome;
      void runtime.sendMessage({ name: 'footnote.form', params: {} });
    });
    await this.page.waitForFunction(
      () => document.querySelector('ai-footnotes')?.shadowRoot?.querySelector('form') != null,
    );
  }

  isOpen(): Promise<boolean> {
    return this.page.evaluate(
      () => document.querySelector('ai-footnotes')?.shadowRoot?.querySelector('form') != null,
    );
  }

  /** Puts a text into the field of a label, in the place of what is there. */
  async fill(label: string, text: string): Promise<void> {
    await this.#onField(label, (field) => {
      field.focus();
      field.select();
    });
    await this.page.keyboard.type(text);
  }

  value(label: string): Promise<string> {
    return this.#onField(label, (field) => field.value);
  }

  choices(label: string): Promise<string[]> {
    return this.#onField(label, (field) =>
      [...field.querySelectorAll('option')].map((option) => option.textContent ?? ''),
    );
  }

  /** All that the form says. */
  text(): Promise<string> {
    return this.page.evaluate(
      () =>
        document.querySelector('ai-footnotes')?.shadowRoot?.querySelector('form')?.textContent ??
        '',
    );
  }

  /** What is said in the place of the form once it is closed. */
  said(): Promise<string | undefined> {
    return this.page.evaluate(
      () =>
        document.querySelector('ai-footnotes')?.shadowRoot?.querySelector('[role="status"]')
          ?.textContent ?? undefined,
    );
  }

  /** Tag and value or text of what has the focus in it. */
  focused(): Promise<string | undefined> {
    return this.page.evaluate(() => {
      const focused = document.querySelector('ai-footnotes')?.shadowRoot?.activeElement;
      return focused?.textContent || focused?.tagName;
    });
  }

  async #onField<Result>(label: string, act: (field: HTMLInputElement) => Result): Promise<Result> {
    return (await this.page.evaluate(
      `(() => {
        const root = document.querySelector('ai-footnotes').shadowRoot;
        const label = [...root.querySelectorAll('label')].find(
          (one) => one.firstElementChild.textContent === ${JSON.stringify(label)},
        );
        return (${act})(label.querySelector('input, select, textarea'));
      })()`,
    )) as Result;
  }
}
