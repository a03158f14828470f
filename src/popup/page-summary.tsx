import type { StoredSettings } from '../settings/store';
import { message } from '../ui/message';
import { allowAllSites, allowSite, reloadTab, type UnreadableReason } from './active-page';
import type { ActiveTab } from './active-tab';
import { type ActivePage, isOnFor } from './use-active-page';

/** Why there is no list of mentions, and what can be done about it. */
export function PageSummary({ page, settings }: { page: ActivePage; settings: StoredSettings }) {
  const reason = page.reading?.unreadable;
  const isOn = isOnFor(page.tab, settings);
  return (
    <>
      <p class="page-summary" role="status">
        {summaryOf(page, settings)}
      </p>
      {isOn && page.tab !== undefined && reason !== undefined && (
        <Remedies tab={page.tab} reason={reason} onDone={page.readAgain} />
      )}
    </>
  );
}

function summaryOf({ tab, reading }: ActivePage, settings: StoredSettings): string {
  if (!settings.values.enabled) return message('offEverywhere');
  if (!isOnFor(tab, settings)) return message('offOnThisSite');
  if (tab === undefined) return message('pageProtected');
  if (reading === undefined) return message('readingPage');
  if (reading.unreadable === undefined) return message('noMentions');
  const explanations: Record<UnreadableReason, () => string> = {
    protected: () => message('pageProtected'),
    permission: () => message('pagePermission'),
    silent: () => message('pageSilent'),
  };
  return explanations[reading.unreadable]();
}

/** Says that names are marked for this once only, and offers to let them be marked from now on. */
export function OnceNote({ tab, onDone }: { tab: ActiveTab; onDone: () => void }) {
  return (
    <>
      <p class="once">{message('markedOnce')}</p>
      <p class="remedies">
        <AllowButtons tab={tab} onDone={onDone} />
      </p>
    </>
  );
}

interface RemediesProps {
  tab: ActiveTab;
  reason: UnreadableReason;
  onDone: () => void;
}

function Remedies({ tab, reason, onDone }: RemediesProps) {
  if (reason === 'protected') return null;
  if (reason === 'silent') {
    return (
      <p class="remedies">
        <button type="button" class="button primary" onClick={then(() => reloadTab(tab), onDone)}>
          {message('reloadPage')}
        </button>
      </p>
    );
  }
  return (
    <p class="remedies">
      <AllowButtons tab={tab} onDone={onDone} />
    </p>
  );
}

/** Each leads to the browser's own question. */
function AllowButtons({ tab, onDone }: { tab: ActiveTab; onDone: () => void }) {
  return (
    <>
      {tab.site !== undefined && (
        <button type="button" class="button primary" onClick={then(() => allowSite(tab), onDone)}>
          {message('allowSite')}
        </button>
      )}
      <button type="button" class="button" onClick={then(allowAllSites, onDone)}>
        {message('allowAllSites')}
      </button>
    </>
  );
}

function then(deed: () => Promise<unknown>, onDone: () => void): () => Promise<void> {
  return async () => {
    await deed();
    onDone();
  };
}
