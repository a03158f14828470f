import type { StoredSettings } from '../settings/store';
import { countedMessage, message } from '../ui/message';
import type { UnreadableReason } from './active-page';
import { type ActivePage, isOnFor } from './use-active-page';

/** What the page holds, or why that cannot be said. */
export function PageSummary({ page, settings }: { page: ActivePage; settings: StoredSettings }) {
  return (
    <p class="page-summary" role="status">
      {summaryOf(page, settings)}
    </p>
  );
}

function summaryOf({ tab, reading }: ActivePage, settings: StoredSettings): string {
  if (!settings.values.enabled) return message('offEverywhere');
  if (!isOnFor(tab, settings)) return message('offOnThisSite');
  if (tab === undefined) return message('pageProtected');
  if (reading === undefined) return message('readingPage');
  if (reading.unreadable !== undefined) return EXPLANATIONS[reading.unreadable]();
  const count = reading.mentions.length;
  if (count === 0) return message('noMentions');
  return countedMessage('mentionsOne', 'mentionsOther', count);
}

const EXPLANATIONS: Record<UnreadableReason, () => string> = {
  protected: () => message('pageProtected'),
  permission: () => message('pagePermission'),
  silent: () => message('pageSilent'),
};
