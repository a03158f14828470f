import type { PackProblem } from '../glossary/parse-pack';
import type { PackRecord } from './pack-database';
import type { UpdateSummary } from './update-summary';

/** What the page says to the worker that imports. */
export type ImportRequest =
  | { type: 'read'; file: File }
  /** Keeps the pack that was read. */
  | { type: 'keep' }
  | { type: 'cancel' };

/** What the worker tells. */
export type ImportNews =
  | { type: 'refused'; problems: readonly PackProblem[] }
  /** The file is in order; `update` where there is a pack of that id. */
  | { type: 'read'; header: PackRecord['header']; update?: UpdateSummary }
  | { type: 'progress'; done: number; total: number }
  | { type: 'kept' }
  | { type: 'cancelled' }
  | { type: 'failed'; reason: string };
