import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { Keys } from '../ui/keys';
import { message } from '../ui/message';
import { SettingsFailed } from '../ui/settings-failed';
import { useSettings } from '../ui/use-settings';
import { useTheme } from '../ui/use-theme';
import { useLiveSample } from './use-live-sample';

/** Firefox for Android has no keyboard commands. */
const commands = browser.commands as typeof browser.commands | undefined;

const ALL_SITES = { origins: ['<all_urls>'] };

/** What the extension does, shown on a live sample; what it reads; what it needs. Opens once. */
export function Welcome() {
  const { settings, failure } = useSettings();
  useTheme(settings);
  useLiveSample(settings !== undefined);
  const shortcut = useNextShortcut();
  if (failure !== undefined) return <SettingsFailed failure={failure} />;
  if (settings === undefined) return null;
  const taps = matchMedia('(hover: none) and (pointer: coarse)').matches;
  return (
    <main>
      <p class="brand">
        <img src="/icon/on-128.png" alt="" width="44" height="44" />
        {message('extensionName')}
      </p>
      <h1>{message('welcomeTitle')}</h1>
      <p class="lead">{message('welcomeLead')}</p>
      <figure class="sample-page">
        <p>{message('welcomeSample')}</p>
        <figcaption>
          <p>{taps ? message('welcomeTap') : message('welcomeTry')}</p>
          {shortcut && (
            <p>
              {message('welcomeKeys')} <Keys shortcut={shortcut} />
            </p>
          )}
        </figcaption>
      </figure>
      <div class="columns">
        <section>
          <h2>{message('welcomeReadsTitle')}</h2>
          <p>{message('welcomeReads')}</p>
        </section>
        <section>
          <h2>{message('welcomeKeepsTitle')}</h2>
          <p>{message('storageText')}</p>
        </section>
        <Access />
      </div>
      <p class="buttons">
        <a class="button primary" href="/glossary.html">
          {message('welcomeGlossary')}
        </a>
        <a class="button" href="/glossary.html#page=settings">
          {message('navSettings')}
        </a>
      </p>
    </main>
  );
}

/** The keys that lead to the next name; none where the browser has none or the reader took them away. */
function useNextShortcut(): string | undefined {
  const [shortcut, setShortcut] = useState<string>();
  useEffect(() => {
    const read = async () => {
      const all = (await commands?.getAll()) ?? [];
      setShortcut(all.find(({ name }) => name === 'next-mention')?.shortcut);
    };
    void read();
  }, []);
  return shortcut;
}

/** Whether the reader lets the extension into pages; the browser asks, this page says why. */
function Access() {
  const [allowed, setAllowed] = useState<boolean>();
  useEffect(() => {
    const read = async () => setAllowed(await browser.permissions.contains(ALL_SITES));
    void read();
    browser.permissions.onAdded.addListener(read);
    browser.permissions.onRemoved.addListener(read);
    return () => {
      browser.permissions.onAdded.removeListener(read);
      browser.permissions.onRemoved.removeListener(read);
    };
  }, []);
  if (allowed === undefined) return null;
  return (
    <section>
      <h2>{message('welcomeAccessTitle')}</h2>
      <p role="status">{allowed ? message('welcomeAllowed') : message('welcomeAsk')}</p>
      {!allowed && (
        <button
          type="button"
          class="button primary"
          onClick={() => browser.permissions.request(ALL_SITES)}
        >
          {message('allowAllSites')}
        </button>
      )}
    </section>
  );
}
