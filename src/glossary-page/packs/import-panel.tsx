import { inLanguage, type Language } from '../../glossary/language';
import { PACK_LIMITS } from '../../glossary/limits';
import type { PackProblem } from '../../glossary/parse-pack';
import type { ImportState } from '../../packs/start-import';
import { message } from '../../ui/message';
import { reasonInWords } from '../../ui/problem-in-words';
import { failureReason } from '../../ui/use-attempt';
import { DifferenceView } from './difference-view';

interface ImportPanelProps {
  file: string;
  state: ImportState;
  /** Whether the list shows the pack that was kept. */
  isListed: boolean;
  language: Language;
  confirm(): void;
  cancel(): void;
}

/** How an import goes, and how it ended. */
export function ImportPanel(props: ImportPanelProps) {
  const { file, state, isListed, language, confirm, cancel } = props;
  return (
    <div class={`import ${state.phase}`}>
      <Progress file={file} state={state} cancel={cancel} />
      {state.phase === 'asking' && (
        <DifferenceView
          title={inLanguage(state.header.title, language)?.text ?? state.header.id}
          update={state.update}
          language={language}
          confirm={confirm}
          cancel={cancel}
        />
      )}
      <p class="notice" role="status">
        {state.phase === 'kept' &&
          isListed &&
          message('packsKept', inLanguage(state.header.title, language)?.text ?? state.header.id)}
        {state.phase === 'cancelled' && message('packsCancelled')}
      </p>
      <div class="refusal" role="alert">
        {state.phase === 'failed' && (
          <p>
            {message(
              state.isKept ? 'packsNotInUse' : 'packsFailed',
              file,
              failureReason(state.reason),
            )}
          </p>
        )}
        {state.phase === 'refused' && <Refusal file={file} problems={state.problems} />}
      </div>
    </div>
  );
}

function Progress({ file, state, cancel }: Pick<ImportPanelProps, 'file' | 'state' | 'cancel'>) {
  if (state.phase !== 'reading' && state.phase !== 'writing') return null;
  const isCounted = state.phase === 'writing' && state.total > 0;
  return (
    <div class="import-progress">
      <label>
        <span>
          {state.phase === 'reading'
            ? message('packsReading', file)
            : message('packsWriting', file)}
        </span>
        <progress {...(isCounted && { value: state.done, max: state.total })} />
      </label>
      <button type="button" class="button" onClick={cancel}>
        {message('cancel')}
      </button>
    </div>
  );
}

function Refusal({ file, problems }: { file: string; problems: readonly PackProblem[] }) {
  const told = problems.slice(0, PACK_LIMITS.problemsTold);
  const more = problems.length - told.length;
  return (
    <>
      <p>{message('packsRefused', file)}</p>
      <ul>
        {told.map((problem, index) => (
          <li key={index}>
            {problem.path === '' ? message('packsFile') : <code>{problem.path}</code>}{' '}
            {reasonInWords(problem)}
          </li>
        ))}
        {more > 0 && <li>{message('packsMoreProblems', more)}</li>}
      </ul>
    </>
  );
}
