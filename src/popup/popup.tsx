import { type StoredSettings, setSetting } from '../settings/store';
import { factsLanguage } from '../ui/facts-language';
import { message } from '../ui/message';
import { Refusal } from '../ui/refusal';
import { Switch } from '../ui/switch';
import { type Attempt, useAttempt } from '../ui/use-attempt';
import { useSettings } from '../ui/use-settings';
import { useTheme } from '../ui/use-theme';
import type { TabAtHand } from './active-tab';
import type { PageMention } from './hear-page';
import { MentionList } from './mention-list';
import { OnceNote, PageNotice, SettingsNotice } from './page-notice';
import { pageState } from './page-state';
import { SiteSwitch } from './site-switch';
import { type ActivePage, useActivePage } from './use-active-page';
import { useNames } from './use-names';

/** What changes in the popup: the reader's hand on the extension, over the page at hand. Its frame is HTML. */
export function Popup({ activeTab }: { activeTab: Promise<TabAtHand | undefined> }) {
  const { settings, failure } = useSettings();
  useTheme(settings);
  const page = useActivePage(activeTab, settings);
  const [refusal, attempt] = useAttempt();
  if (settings === undefined) {
    return (
      <section class="at-hand">
        {failure === undefined ? <ReadingPage /> : <SettingsNotice failure={failure} />}
      </section>
    );
  }
  return (
    <>
      <MasterSwitch isOn={settings.values.enabled} attempt={attempt} />
      {page.tab !== undefined && (
        <SiteSwitch tab={page.tab} settings={settings} attempt={attempt} />
      )}
      <Refusal text={refusal} />
      <PageAtHand settings={settings} page={page} />
    </>
  );
}

/** On or off everywhere. */
function MasterSwitch({ isOn, attempt }: { isOn: boolean; attempt: Attempt }) {
  return (
    <div class="everywhere">
      <Switch checked={isOn} onChange={(on) => attempt(() => setSetting('enabled', on))}>
        <span class="offstage">{message('enabledLabel')}</span>
        <span aria-hidden="true">{isOn ? message('on') : message('off')}</span>
      </Switch>
    </div>
  );
}

const NO_MENTIONS: readonly PageMention[] = [];

/** What is mentioned on the page, or why nothing is. */
function PageAtHand({ settings, page }: { settings: StoredSettings; page: ActivePage }) {
  const { tab, reading } = page;
  const mentions = reading?.mentions ?? NO_MENTIONS;
  const packs = useNames(mentions);
  const state = pageState(page, settings);
  return (
    // It takes the focus from controls of its own that go.
    <section class="at-hand" tabIndex={-1} aria-label={message('thisPage')}>
      {state === 'reading' && <ReadingPage />}
      {tab !== undefined && reading?.isOnce && <OnceNote tab={tab} onDone={page.readAgain} />}
      {state !== 'listed' && state !== 'reading' && (
        <PageNotice state={state} page={page} settings={settings} />
      )}
      {state === 'listed' && tab !== undefined && (
        <MentionList
          tab={tab}
          mentions={mentions}
          packs={packs}
          language={factsLanguage(settings.values)}
          onGone={page.readAgain}
        />
      )}
    </section>
  );
}

/** As the frame has it. */
function ReadingPage() {
  return <p class="page-summary">{message('readingPage')}</p>;
}
