import { useEffect } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { type StoredSettings, setSetting } from '../settings/store';
import { factsLanguage } from '../ui/facts-language';
import {
  CategoryChoice,
  DelayChoice,
  DensityChoice,
  LanguageChoice,
  StyleChoice,
} from '../ui/mark-choices';
import { message } from '../ui/message';
import { Switch } from '../ui/switch';
import { useSettings } from '../ui/use-settings';
import { useTheme } from '../ui/use-theme';
import { MentionList } from './mention-list';
import { OnceNote, PageSummary } from './page-summary';
import { SiteSwitch } from './site-switch';
import { type ActivePage, useActivePage } from './use-active-page';

/** The popup: the reader's hand on the extension, over the page at hand. Its frame needs nothing to be read first. */
export function Popup() {
  const settings = useSettings();
  useTheme(settings);
  const page = useActivePage(settings);
  const isOn = settings?.values.enabled === true;
  // The names that packs give the page's terms are wanted soon: their code is fetched while the page is read.
  useEffect(() => {
    if (isOn) void import('../packs/read-packs');
  }, [isOn]);
  return (
    <main>
      <header>
        <img
          src={`/icon/${settings?.values.enabled === false ? 'off' : 'on'}-48.png`}
          alt=""
          width="24"
          height="24"
        />
        <h1>{message('extensionName')}</h1>
        {settings && <MasterSwitch isOn={settings.values.enabled} />}
      </header>
      {settings && page ? (
        <PageAtHand settings={settings} page={page} />
      ) : (
        <p class="state page-summary">{message('readingPage')}</p>
      )}
      <details class="options">
        <summary>{message('optionsHeading')}</summary>
        {settings && <Options settings={settings} />}
      </details>
      <footer>
        <PageLink to="/glossary.html">{message('menuGlossary')}</PageLink>
        <PageLink to="/glossary.html#page=settings">{message('navSettings')}</PageLink>
      </footer>
    </main>
  );
}

/** On or off everywhere. */
function MasterSwitch({ isOn }: { isOn: boolean }) {
  return (
    <Switch checked={isOn} onChange={(on) => setSetting('enabled', on)}>
      <span class="offstage">{message('enabledLabel')}</span>
      <span aria-hidden="true">{isOn ? message('on') : message('off')}</span>
    </Switch>
  );
}

/** The switch of the site, and what is mentioned on the page or why nothing is. */
function PageAtHand({ settings, page }: { settings: StoredSettings; page: ActivePage }) {
  const { tab, reading } = page;
  const mentions = reading?.mentions ?? [];
  return (
    <>
      <SiteSwitch tab={tab} settings={settings} />
      {tab !== undefined && reading?.isOnce && <OnceNote tab={tab} onDone={page.readAgain} />}
      {tab !== undefined && mentions.length > 0 ? (
        <MentionList tab={tab} mentions={mentions} language={factsLanguage(settings.values)} />
      ) : (
        <PageSummary page={page} settings={settings} />
      )}
    </>
  );
}

/** What is marked and how; the settings page has the rest. */
function Options({ settings }: { settings: StoredSettings }) {
  const { values } = settings;
  return (
    <>
      <DensityChoice values={values} />
      <StyleChoice values={values} />
      <CategoryChoice settings={settings} />
      <DelayChoice values={values} />
      <LanguageChoice values={values} />
    </>
  );
}

/** A link to a page of our own, which opens in a tab and closes the popup. */
function PageLink({ to, children }: { to: string; children: string }) {
  return (
    <a
      href={to}
      onClick={async (event) => {
        event.preventDefault();
        await browser.tabs.create({ url: browser.runtime.getURL(to) });
        window.close();
      }}
    >
      {children}
    </a>
  );
}
