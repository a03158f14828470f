import { useRef, useState } from 'preact/hooks';
import { readBackup, restoreBackup } from '../../backup/backup';
import {
  BACKUP_BYTES,
  type Backup,
  BackupError,
  type BackupProblem,
  parseBackup,
  writeBackup,
} from '../../backup/backup-format';
import { calendarDay } from '../../footnotes/calendar-day';
import { reasonOf } from '../../packs/reason-of';
import { resetSettings } from '../../settings/store';
import { message } from '../../ui/message';
import { reasonInWords } from '../../ui/problem-in-words';
import { Question } from '../../ui/question';
import { Refusal } from '../../ui/refusal';
import { failureReason, failureText } from '../../ui/use-attempt';
import { FileButton } from '../file-button';
import { isPrivateWindow } from '../is-private-window';

/** What waits for an answer; one thing at a time. */
type Asked = { what: 'reset' } | { what: 'restore'; file: string; backup: Backup };

/** Everything in one file and back again, and the way back to the defaults. */
export function BackupSection() {
  const [notice, setNotice] = useState('');
  const [refusal, setRefusal] = useState('');
  const [asked, setAsked] = useState<Asked>();
  const [isBusy, setBusy] = useState(false);
  const chooser = useRef<HTMLButtonElement>(null);
  const resetter = useRef<HTMLButtonElement>(null);
  const isOutOfReach = isPrivateWindow();
  const say = (done: string, refused = '') => {
    setNotice(done);
    setRefusal(refused);
  };
  /** Does one thing, and nothing beside it; what it leads to is said. */
  const run = async (
    task: () => Promise<string>,
    refused: (error: unknown) => string = failureText,
  ) => {
    if (isBusy) return;
    setAsked(undefined);
    say('');
    setBusy(true);
    try {
      say(await task());
    } catch (error) {
      say('', refused(error));
    }
    setBusy(false);
  };
  const read = (file: File) =>
    run(
      async () => {
        if (file.size > BACKUP_BYTES) throw new BackupError({ reason: 'too-large' });
        setAsked({ what: 'restore', file: file.name, backup: parseBackup(await file.text()) });
        return '';
      },
      (error) => refusalText(file.name, error),
    );
  const restore = ({ file, backup }: Extract<Asked, { what: 'restore' }>) => {
    chooser.current?.focus();
    return run(
      async () => {
        await restoreBackup(backup);
        return message('backupRestored', file);
      },
      (error) => refusalText(file, error),
    );
  };
  const reset = () => {
    resetter.current?.focus();
    return run(async () => {
      await resetSettings();
      return message('resetDone');
    });
  };

  return (
    <section class="setting-group">
      <h2>{message('backupHeading')}</h2>
      <p class="hint">{isOutOfReach ? message('packsOutOfReach') : message('backupHint')}</p>
      <p class="buttons">
        {!isOutOfReach && (
          <>
            <button
              type="button"
              class="button"
              aria-disabled={isBusy}
              onClick={() =>
                run(async () => {
                  await save();
                  return message('backupSaved');
                })
              }
            >
              {message('backupSave')}
            </button>
            <FileButton
              label={message('backupRestore')}
              isBusy={isBusy}
              button={chooser}
              onFile={read}
            />
          </>
        )}
        <button
          type="button"
          class="button danger"
          ref={resetter}
          aria-disabled={isBusy}
          onClick={() => {
            if (isBusy) return;
            say('');
            setAsked({ what: 'reset' });
          }}
        >
          {message('resetSettings')}
        </button>
      </p>
      {asked?.what === 'reset' && (
        <Question
          key="reset"
          yes={message('resetConfirm')}
          onYes={reset}
          onNo={() => {
            resetter.current?.focus();
            setAsked(undefined);
          }}
        >
          {message('resetQuestion')}
        </Question>
      )}
      {asked?.what === 'restore' && (
        <Question
          key="restore"
          yes={message('restoreConfirm')}
          onYes={() => restore(asked)}
          onNo={() => {
            chooser.current?.focus();
            setAsked(undefined);
            say(message('packsCancelled'));
          }}
        >
          {message('restoreQuestion', asked.file, asked.backup.packs.length)}
        </Question>
      )}
      <p class="notice" role="status">
        {notice}
      </p>
      <Refusal text={refusal} />
    </section>
  );
}

async function save(): Promise<void> {
  const now = new Date();
  const text = writeBackup(await readBackup(), now);
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `ai-footnotes-${calendarDay(now)}.json`;
  link.click();
  URL.revokeObjectURL(address);
}

function refusalText(file: string, error: unknown): string {
  const reason =
    error instanceof BackupError
      ? problemText(error.problem)
      : message('backupFailed', failureReason(reasonOf(error)));
  return message('backupRefused', file, reason);
}

function problemText(problem: BackupProblem): string {
  switch (problem.reason) {
    case 'too-large':
      return message('backupTooLarge');
    case 'not-json':
      return message('backupNotJson');
    case 'foreign':
      return message('backupForeign');
    case 'newer':
      return message('backupNewer');
    case 'damaged':
      return message('backupDamaged');
    case 'setting':
      return message('backupSetting', problem.key);
    case 'pack': {
      const { path, detail } = problem;
      return message('backupPack', `${path} ${reasonInWords({ path, reason: detail })}`);
    }
  }
}
