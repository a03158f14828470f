import { message } from './message';

/** What a page of ours shows where not even the settings can be read: why, and how to try again. */
export function SettingsFailed({ failure }: { failure: string }) {
  return (
    <main class="settings-failed">
      <h1>{message('settingsFailed')}</h1>
      <p>{message('pageFailedText', failure)}</p>
      <p>
        <button type="button" class="button primary" onClick={() => location.reload()}>
          {message('tryAgain')}
        </button>
      </p>
    </main>
  );
}
