import { useEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '../../glossary/language';
import { OWN_PACK_ID } from '../../glossary/own-pack-id';
import type { PackRecord } from '../../packs/pack-database';
import { orderPacks } from '../../packs/reader-packs';
import { type ImportState, type RunningImport, startImport } from '../../packs/start-import';
import { message } from '../../ui/message';
import { FileButton } from '../file-button';
import { usePacks } from '../use-packs';
import { BuiltInPack } from './built-in-pack';
import { changePacks } from './change-packs';
import { ImportPanel } from './import-panel';
import { PackEntry } from './pack-entry';
import { readPackRecords } from './read-pack-records';
import { ShareForm } from './share-form';

/** One import as the page follows it. */
interface Import {
  file: string;
  state: ImportState;
  running?: RunningImport;
}

/** What is said of a change, as soon as the list shows it and for as long as it does. */
interface Notice {
  text: string;
  isShown(ids: readonly string[]): boolean;
}

/** The reader's packs: what there is, in what order, and the ways in and out. */
export function PacksView({ language }: { language: Language }) {
  const records = usePacks(readPackRecords);
  const [current, setCurrent] = useState<Import>();
  const [notice, setNotice] = useState<Notice>();
  const importer = useRef<HTMLButtonElement>(null);
  const isBusy =
    current?.state.phase === 'reading' ||
    current?.state.phase === 'writing' ||
    current?.state.phase === 'asking';

  const open = (file: File) => {
    if (isBusy) return;
    setNotice(undefined);
    const running = startImport(file, (state) =>
      setCurrent((before) => ({ ...before, file: file.name, state })),
    );
    setCurrent((before) => before && { ...before, running });
  };
  const isOver = useDroppedFile(open);

  if (records === undefined) return null;
  const ids = records.map(({ id }) => id);
  const move = async (id: string, by: number, title: string) => {
    const to = ids.indexOf(id) + by;
    const ordered = ids.filter((other) => other !== id).toSpliced(to, 0, id);
    await changePacks(
      (database) => orderPacks(database, ordered),
      (database) => orderPacks(database, ids),
    );
    setNotice({
      text: message('packsMoved', title, to + 1, ids.length),
      isShown: (now) => now[to] === id,
    });
  };
  // What had the focus is gone after its press; the keys go on from here.
  const focusImporter = () => importer.current?.focus();
  const own = records.find(({ id }) => id === OWN_PACK_ID);
  return (
    <section class={isOver ? 'page packs over' : 'page packs'}>
      <h1 tabIndex={-1}>{message('packsHeading')}</h1>
      <p class="lead">{message('packsLead')}</p>
      <p class="buttons">
        <FileButton
          label={message('packsImport')}
          kind="main"
          isBusy={isBusy}
          button={importer}
          onFile={open}
        />
        <span class="hint">{message('packsDrop')}</span>
      </p>
      {current && (
        <ImportPanel
          file={current.file}
          state={current.state}
          isListed={isListed(current.state, records)}
          language={language}
          confirm={() => {
            current.running?.confirm();
            focusImporter();
          }}
          cancel={() => {
            current.running?.cancel();
            focusImporter();
          }}
        />
      )}
      <p class="notice" role="status">
        {notice?.isShown(ids) && notice.text}
      </p>
      <ol class="pack-list">
        <BuiltInPack language={language} />
        {records.map((record, index) => (
          <PackEntry
            key={record.id}
            record={record}
            language={language}
            place={index}
            isLast={index === records.length - 1}
            move={(by, title) => move(record.id, by, title)}
            onRemoved={(title) => {
              setNotice({
                text: message('packsRemoved', title),
                isShown: (now) => !now.includes(record.id),
              });
              focusImporter();
            }}
          />
        ))}
      </ol>
      {records.length === 0 ? (
        <p class="hint">{message('packsNone')}</p>
      ) : (
        <p class="hint">{message('packsOrder')}</p>
      )}
      {own && <ShareForm key={own.changed} language={language} />}
    </section>
  );
}

/** Whether the pack that was kept stands in the list by now: it is read again a moment later. */
function isListed(state: ImportState, records: readonly PackRecord[]): boolean {
  return (
    state.phase === 'kept' &&
    records.some(
      ({ id, header }) => id === state.header.id && header.version === state.header.version,
    )
  );
}

/**
 * Takes files dropped anywhere on the page.
 *
 * @returns whether one is held over it.
 */
function useDroppedFile(onFile: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false);
  const handler = useRef(onFile);
  handler.current = onFile;
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    document.addEventListener(
      'dragover',
      (event) => {
        if (!hasFile(event)) return;
        event.preventDefault();
        setOver(true);
      },
      { signal },
    );
    document.addEventListener(
      'dragleave',
      (event) => {
        if (event.relatedTarget === null) setOver(false);
      },
      { signal },
    );
    document.addEventListener(
      'drop',
      (event) => {
        if (!hasFile(event)) return;
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer?.files ?? [];
        if (file) handler.current(file);
      },
      { signal },
    );
    return () => ending.abort();
  }, []);
  return isOver;
}
