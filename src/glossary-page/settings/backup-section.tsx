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
import { resetSettings } from '../../settings/store';
import { focusWhenShown } from '../../ui/focus-when-shown';
import { message } from '../../ui/message';
import { Question } from '../../ui/question';
import { FileButton } from '../file-button';

/** Everything in one file and back again, and the way back to the defaults. */
export function BackupSection() {
  const [notice, setNotice] = useState('');
  const [refusal, setRefusal] = useState('');
  const [question, setQuestion] = useState<'unasked' | 'asked' | 'answered'>('unasked');
  const say = (done: string, refused = '') => {
    setNotice(done);
    setRefusal(refused);
  };

  const chooser = useRef<HTMLButtonElement>(null);
  const [waiting, setWaiting] = useState<{ file: string; backup: Backup }>();

  const read = async (file: File) => {
    say('');
    setWaiting(undefined);
    try {
      if (file.size > BACKUP_BYTES) throw new BackupError({ reason: 'too-large' });
      setWaiting({ file: file.name, backup: parseBackup(await file.text()) });
    } catch (error) {
      say('', refusalText(file.name, error));
    }
  };
  const answer = () => {
    setWaiting(undefined);
    chooser.current?.focus();
  };
  const restore = async ({ file, backup }: { file: string; backup: Backup }) => {
    answer();
    try {
      await restoreBackup(backup);
      say(message('backupRestored', file));
    } catch (error) {
      say('', refusalText(file, error));
    }
  };

  return (
    <section class="setting-group">
      <h2>{message('backupHeading')}</h2>
      <p class="hint">{message('backupHint')}</p>
      <p class="buttons">
        <button
          type="button"
          class="button"
          onClick={async () => {
            await save();
            say(message('backupSaved'));
          }}
        >
          {message('backupSave')}
        </button>
        <FileButton label={message('backupRestore')} button={chooser} onFile={read} />
        <button
          type="button"
          class="button danger"
          ref={question === 'answered' ? focusWhenShown : null}
          onClick={() => setQuestion('asked')}
        >
          {message('resetSettings')}
        </button>
      </p>
      {question === 'asked' && (
        <Question
          yes={message('resetConfirm')}
          onYes={async () => {
            await resetSettings();
            setQuestion('answered');
            say(message('resetDone'));
          }}
          onNo={() => setQuestion('answered')}
        >
          {message('resetQuestion')}
        </Question>
      )}
      {waiting && (
        <Question
          yes={message('restoreConfirm')}
          onYes={() => restore(waiting)}
          onNo={() => {
            answer();
            say(message('packsCancelled'));
          }}
        >
          {message('restoreQuestion', waiting.file, waiting.backup.packs.length)}
        </Question>
      )}
      <p class="notice" role="status">
        {notice}
      </p>
      <p class="refusal" role="alert">
        {refusal}
      </p>
    </section>
  );
}

async function save(): Promise<void> {
  const now = new Date();
  const text = writeBackup(await readBackup(), now);
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `ai-footnotes-${now.toISOString().slice(0, 10)}.json`;
  link.click();
  URL.revokeObjectURL(address);
}

function refusalText(file: string, error: unknown): string {
  const reason =
    error instanceof BackupError
      ? problemText(error.problem)
      : message('backupFailed', error instanceof Error ? error.message : String(error));
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
    case 'pack':
      return message('backupPack', problem.detail);
  }
}
