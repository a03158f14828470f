import { useEffect, useState } from 'preact/hooks';
import browser, { type Commands } from 'webextension-polyfill';
import { Keys } from '../../ui/keys';
import { message } from '../../ui/message';

/** Where Chrome keeps the shortcuts of extensions; Firefox opens its own page by a call. */
const CHROME_SHORTCUTS = 'chrome://extensions/shortcuts';

/** Firefox for Android has no keyboard commands. */
const commands = browser.commands as
  | (typeof browser.commands & { openShortcutSettings?: () => Promise<void> })
  | undefined;

/** The keys as they are set now, and the way to where the browser lets them be changed. */
export function KeyboardSection() {
  const [shortcuts, setShortcuts] = useState<readonly Commands.Command[]>([]);
  useEffect(() => {
    const read = async () => setShortcuts((await commands?.getAll()) ?? []);
    void read();
    // They are changed on a page of the browser's, and seen again when the reader comes back.
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  if (commands === undefined) return null;
  return (
    <section class="setting-group">
      <h2>{message('keyboardHeading')}</h2>
      <dl class="shortcuts">
        {shortcuts.map(({ name, description, shortcut }) => (
          <div key={name}>
            <dt>{description || message('commandPopup')}</dt>
            <dd>
              {shortcut ? (
                <Keys shortcut={shortcut} />
              ) : (
                <span class="unset">{message('keyboardUnset')}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <button type="button" class="button" onClick={openShortcutSettings}>
        {message('keyboardChange')}
      </button>
    </section>
  );
}

async function openShortcutSettings(): Promise<void> {
  if (commands?.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: CHROME_SHORTCUTS });
}
