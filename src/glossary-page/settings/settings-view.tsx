import type { StoredSettings } from '../../settings/store';
import { countedMessage, message } from '../../ui/message';
import type { Library } from '../library';
import { BackupSection } from './backup-section';
import { CardSection } from './card-section';
import { KeyboardSection } from './keyboard-section';
import { MarksSection } from './marks-section';
import { MutedTermsSection } from './muted-terms-section';
import { SitesSection } from './sites-section';
import { StorageSection } from './storage-section';

/** Every setting there is. Each takes effect at once, in open tabs too. */
export function SettingsView({
  settings,
  library,
}: {
  settings: StoredSettings;
  library: Library;
}) {
  return (
    <section class="page settings">
      <h1 tabIndex={-1}>{message('navSettings')}</h1>
      {settings.unsynced > 0 && (
        <p class="warning" role="status">
          {countedMessage('unsyncedOne', 'unsyncedOther', settings.unsynced)}
        </p>
      )}
      <MarksSection settings={settings} />
      <CardSection settings={settings} />
      <SitesSection sites={settings.mutedSites} />
      <MutedTermsSection ids={settings.mutedTerms} library={library} />
      <KeyboardSection />
      <StorageSection settings={settings} />
      <BackupSection />
    </section>
  );
}
