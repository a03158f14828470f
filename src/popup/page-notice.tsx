import type { ComponentChildren, TargetedMouseEvent } from 'preact';
import type { StoredSettings } from '../settings/store';
import { message } from '../ui/message';
import { allowAllSites, allowSite, openExtensionPage, reloadTab } from './active-page';
import type { ActiveTab } from './active-tab';
import type { PageState } from './page-state';
import type { ActivePage } from './use-active-page';

interface PageNoticeProps {
  state: Exclude<PageState, 'reading' | 'listed'>;
  page: ActivePage;
  settings: StoredSettings;
}

/** Why there is no list of mentions, and what can be done about it. */
export function PageNotice({ state, page, settings }: PageNoticeProps) {
  const { title, text } = wordsOf(state, page, settings);
  const { tab, readAgain } = page;
  return (
    <Notice title={title} text={text}>
      {tab !== undefined && state === 'silent' && (
        <p class="remedies">
          <button
            type="button"
            class="button primary"
            onClick={then(() => reloadTab(tab), readAgain)}
          >
            {message('reloadPage')}
          </button>
        </p>
      )}
      {state === 'failed' && (
        <p class="remedies">
          <button type="button" class="button primary" onClick={then(() => undefined, readAgain)}>
            {message('tryAgain')}
          </button>
        </p>
      )}
      {/* No extension can open Firefox's page. */}
      {state === 'files' && !import.meta.env.FIREFOX && (
        <p class="remedies">
          <button type="button" class="button primary" onClick={openExtensionPage}>
            {message('openExtensionPage')}
          </button>
        </p>
      )}
      {tab !== undefined && state === 'permission' && <AllowButtons tab={tab} onDone={readAgain} />}
    </Notice>
  );
}

/** Why there is nothing at all to show: not even the settings could be read. */
export function SettingsNotice({ failure }: { failure: string }) {
  return <Notice title={message('settingsFailed')} text={message('pageFailedText', failure)} />;
}

/** A heading and the sentence below it. */
interface Words {
  title: string;
  text: string;
}

/** Words in the middle of the room that a list would take, with what can be done below them. */
function Notice({ title, text, children }: Words & { children?: ComponentChildren }) {
  return (
    <div class="page-notice">
      <svg class="ornament" viewBox="8 3 16 18" aria-hidden="true">
        <path d="M16 5v14M9.9 8.5l12.2 7M22.1 8.5l-12.2 7" />
      </svg>
      <div role="status">
        <p class="page-notice-title">{title}</p>
        <p class="page-notice-text">{text}</p>
      </div>
      {children}
    </div>
  );
}

function wordsOf(
  state: PageNoticeProps['state'],
  { failure }: ActivePage,
  { hiddenCategories }: StoredSettings,
): Words {
  const words: Record<PageNoticeProps['state'], () => Words> = {
    off: () => ({ title: message('offEverywhere'), text: message('offEverywhereText') }),
    muted: () => ({ title: message('offOnThisSite'), text: message('offOnThisSiteText') }),
    failed: () => ({
      title: message('pageFailed'),
      text: message('pageFailedText', failure ?? ''),
    }),
    protected: () => ({ title: message('pageProtected'), text: message('pageProtectedText') }),
    permission: () => ({ title: message('pagePermission'), text: message('pagePermissionText') }),
    files: () => ({
      title: message('pageFiles'),
      text: import.meta.env.FIREFOX ? message('pageFilesFirefoxText') : message('pageFilesText'),
    }),
    loading: () => ({ title: message('pageLoading'), text: message('pageLoadingText') }),
    textless: () => ({ title: message('pageTextless'), text: message('pageTextlessText') }),
    silent: () => ({ title: message('pageSilent'), text: message('pageSilentText') }),
    none: () => ({
      title: message('noMentions'),
      text:
        hiddenCategories.length > 0 ? message('noMentionsHiddenText') : message('noMentionsText'),
    }),
  };
  return words[state]();
}

/** Says that names are marked for this once only, and offers to let them be marked from now on. */
export function OnceNote({ tab, onDone }: { tab: ActiveTab; onDone: () => void }) {
  return (
    <div class="once">
      <p>{message('markedOnce')}</p>
      <AllowButtons tab={tab} onDone={onDone} />
    </div>
  );
}

/** Each leads to the browser's own question. */
function AllowButtons({ tab, onDone }: { tab: ActiveTab; onDone: () => void }) {
  return (
    <p class="remedies">
      {tab.site !== undefined && (
        <button type="button" class="button primary" onClick={then(() => allowSite(tab), onDone)}>
          {message('allowSite')}
        </button>
      )}
      <button type="button" class="button" onClick={then(allowAllSites, onDone)}>
        {message('allowAllSites')}
      </button>
    </p>
  );
}

/** Does what a button says, and what follows. The button goes with that: the focus stays in the part it stood in. */
function then(deed: () => unknown, onDone: () => void) {
  return async ({ currentTarget }: TargetedMouseEvent<HTMLButtonElement>): Promise<void> => {
    const part = currentTarget.closest<HTMLElement>('.at-hand');
    await deed();
    // The page may have been read anew meanwhile, and the button be gone.
    const { activeElement, body } = document;
    if (activeElement === currentTarget || activeElement === body) part?.focus();
    onDone();
  };
}
