import { checkFileSize, PackError, type PackProblem } from '../glossary/parse-pack';
import type { ImportNews, ImportRequest } from './import-messages';
import type { PackDatabase, PackRecord } from './pack-database';
import { publishChange } from './publish-change';
import { enablePack } from './reader-packs';
import { reasonOf } from './reason-of';
import type { UpdateSummary } from './update-summary';

/** How far an import is. The last four are its end. */
export type ImportState =
  | { phase: 'reading' }
  /** The file is another version of a pack the reader has; she decides. */
  | { phase: 'asking'; header: PackRecord['header']; update: UpdateSummary }
  /** `done` and `total` count records; the total is 0 until the first are written. */
  | { phase: 'writing'; done: number; total: number }
  | { phase: 'kept'; header: PackRecord['header'] }
  | { phase: 'cancelled' }
  | { phase: 'refused'; problems: readonly PackProblem[] }
  /** Where it is kept, it is switched off, since its names could not be handed to pages. */
  | { phase: 'failed'; reason: string; isKept: boolean };

export interface RunningImport {
  /** Answers `asking`: puts the pack in the place of the one there is. */
  confirm(): void;
  /** Ends it; the old state stands. */
  cancel(): void;
}

/**
 * Imports a pack from a file. A new pack is kept at once; one that takes the place of another asks first.
 *
 * @param onState Called with every state, the first before this returns.
 */
export function startImport(file: File, onState: (state: ImportState) => void): RunningImport {
  try {
    checkFileSize(file.size, file.name);
  } catch (error) {
    onState({ phase: 'refused', problems: error instanceof PackError ? error.problems : [] });
    return { confirm() {}, cancel() {} };
  }
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  const ask = (request: ImportRequest) => worker.postMessage(request);
  let header: PackRecord['header'] | undefined;
  let isWriting = false;

  function end(state: ImportState): void {
    worker.terminate();
    onState(state);
  }

  function write(): void {
    isWriting = true;
    onState({ phase: 'writing', done: 0, total: 0 });
    ask({ type: 'keep' });
  }

  async function handle(news: ImportNews): Promise<void> {
    switch (news.type) {
      case 'read':
        header = news.header;
        if (news.update) onState({ phase: 'asking', header, update: news.update });
        else write();
        break;
      case 'progress':
        onState({ phase: 'writing', done: news.done, total: news.total });
        break;
      case 'kept':
        if (header === undefined) break;
        try {
          await publishChange(switchOff(header.id));
        } catch (error) {
          // Its names do not fit into the browser's storage beside the others': the others stay marked.
          end({ phase: 'failed', reason: reasonOf(error), isKept: true });
          break;
        }
        end({ phase: 'kept', header });
        break;
      case 'cancelled':
        end({ phase: 'cancelled' });
        break;
      case 'refused':
        end({ phase: 'refused', problems: news.problems });
        break;
      case 'failed':
        end({ phase: 'failed', reason: news.reason, isKept: false });
        break;
    }
  }

  worker.addEventListener('message', ({ data }: MessageEvent<ImportNews>) => void handle(data));
  worker.addEventListener('error', ({ message }) =>
    end({ phase: 'failed', reason: message, isKept: false }),
  );
  onState({ phase: 'reading' });
  ask({ type: 'read', file });
  return {
    confirm: write,
    cancel() {
      // A transaction has to be ended, not left behind; reading may just stop.
      if (isWriting) ask({ type: 'cancel' });
      else end({ phase: 'cancelled' });
    },
  };
}

/** Leaves a pack in the list, but out of use. */
const switchOff = (id: string) => (database: PackDatabase) => enablePack(database, id, false);
