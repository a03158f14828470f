import browser from 'webextension-polyfill';
import { setSetting } from '../settings/store';
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
import { useActivePage } from './use-active-page';

/** The popup: the reader's hand on the extension, over the page at hand. */
export function Popup() {
  const settings = useSettings();
  useTheme(settings);
  const page = useActivePage(settings);
  if (settings === undefined || page === undefined) return null;
  const { values } = settings;
  const mentions = page.reading?.mentions ?? [];
  return (
    <main>
      <header>
        <img src={`/icon/${values.enabled ? 'on' : 'off'}-48.png`} alt="" width="24" height="24" />
        <h1>{message('extensionName')}</h1>
        <Switch checked={values.enabled} onChange={(on) => setSetting('enabled', on)}>
          <span class="offstage">{message('enabledLabel')}</span>
          <span aria-hidden="true">{values.enabled ? message('on') : message('off')}</span>
        </Switch>
      </header>
      <SiteSwitch tab={page.tab} settings={settings} />
      {page.tab !== undefined && page.reading?.isOnce && (
        <OnceNote tab={page.tab} onDone={page.readAgain} />
      )}
      {page.tab !== undefined && mentions.length > 0 ? (
        <MentionList tab={page.tab} mentions={mentions} language={factsLanguage(values)} />
      ) : (
        <PageSummary page={page} settings={settings} />
      )}
      <details class="options">
        <summary>{message('optionsHeading')}</summary>
        <DensityChoice values={values} />
        <StyleChoice values={values} />
        <CategoryChoice settings={settings} />
        <DelayChoice values={values} />
        <LanguageChoice values={values} />
      </details>
      <footer>
        <PageLink to="/glossary.html">{message('menuGlossary')}</PageLink>
        <PageLink to="/glossary.html#page=settings">{message('navSettings')}</PageLink>
      </footer>
    </main>
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
