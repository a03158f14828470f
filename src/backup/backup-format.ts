import * as v from 'valibot';
import { PACK_LIMITS } from '../glossary/limits';
import type { Pack } from '../glossary/pack-schema';
import { checkReadersPack, PackError } from '../glossary/parse-pack';
import { migrateItems } from '../settings/migrations';
import { isSettingKey, type StoredItems, settingProblem } from '../settings/reader-settings';

/** What the file says it is, so that another program's JSON is told from a back-up. */
const FORMAT = 'ai-footnotes-backup';

/** Bytes of a file: the reader's packs may fill several at their limit. */
export const BACKUP_BYTES = 4 * PACK_LIMITS.fileBytes;

/** Everything of a reader's that one file keeps. */
export interface Backup {
  /** As the storage holds them, keys of newer versions among them. */
  settings: StoredItems;
  /** The reader's own packs, in their order. */
  packs: readonly BackedUpPack[];
}

export interface BackedUpPack {
  pack: Pack;
  enabled: boolean;
}

/** Why a file is no back-up that can be restored. */
export type BackupProblem =
  | { reason: 'too-large' | 'not-json' | 'foreign' | 'newer' | 'damaged' }
  | { reason: 'setting'; key: string }
  /** `path` in the file, and what `detail` the pack format gives. */
  | { reason: 'pack'; path: string; detail: string };

/** A file was refused. Nothing has been changed. */
export class BackupError extends Error {
  override readonly name = 'BackupError';

  constructor(readonly problem: BackupProblem) {
    super(Object.values(problem).join(': '));
  }
}

const EnvelopeSchema = v.object({ format: v.literal(FORMAT), version: v.number() });

const BackupSchema = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(1),
  made: v.string(),
  settings: v.record(v.pipe(v.string(), v.regex(/^[A-Za-z][^\s]{0,300}$/)), v.unknown()),
  packs: v.array(v.strictObject({ enabled: v.boolean(), pack: v.unknown() })),
});

/** The text of a back-up file. @param made The present. */
export function writeBackup({ settings, packs }: Backup, made: Date): string {
  const file = { format: FORMAT, version: 1, made: made.toISOString(), settings, packs };
  return JSON.stringify(file, null, 1);
}

/**
 * Reads a back-up file, older versions' too.
 *
 * @throws {BackupError} with the first thing wrong. A setting or a pack that does not fit refuses the whole
 *   file: half a restore would look like a whole one.
 */
export function parseBackup(text: string): Backup {
  if (text.length > BACKUP_BYTES) throw new BackupError({ reason: 'too-large' });
  const value = parseJson(text);
  const envelope = v.safeParse(EnvelopeSchema, value);
  if (!envelope.success) throw new BackupError({ reason: 'foreign' });
  if (envelope.output.version > 1) throw new BackupError({ reason: 'newer' });
  const backup = v.safeParse(BackupSchema, value);
  if (!backup.success) throw new BackupError({ reason: 'damaged' });

  const { settings, packs } = backup.output;
  const migrated = applied(settings, migrateItems(settings));
  for (const [key, setting] of Object.entries(migrated)) {
    if (isSettingKey(key) && settingProblem(key, setting)) {
      throw new BackupError({ reason: 'setting', key });
    }
  }
  return {
    settings: migrated,
    packs: packs.map(({ enabled, pack }, index) => ({
      enabled,
      pack: checkedPack(pack, `packs[${index}]`),
    })),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BackupError({ reason: 'not-json' });
  }
}

function checkedPack(pack: unknown, place: string): Pack {
  try {
    return checkReadersPack(pack, place);
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    const [{ path = '', reason = '' } = {}] = error.problems;
    const whole = [place, path].filter(Boolean).join('.');
    throw new BackupError({ reason: 'pack', path: whole, detail: reason });
  }
}

function applied(items: StoredItems, changes: ReadonlyMap<string, unknown>): StoredItems {
  const all = [...new Map([...Object.entries(items), ...changes])];
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}
