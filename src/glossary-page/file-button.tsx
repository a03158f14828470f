import type { Ref } from 'preact';
import { useRef } from 'preact/hooks';

interface FileButtonProps {
  label: string;
  /** How it stands out among the buttons beside it. */
  kind?: 'main';
  /** No file is taken for now; the focus stays where it is. */
  isBusy?: boolean;
  button?: Ref<HTMLButtonElement>;
  onFile(file: File): void;
}

/** A button that lets the reader choose a JSON file. */
export function FileButton({ label, kind, isBusy = false, button, onFile }: FileButtonProps) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        ref={button ?? null}
        type="button"
        class={kind ? `button ${kind}` : 'button'}
        aria-disabled={isBusy}
        onClick={() => {
          if (!isBusy) chooser.current?.click();
        }}
      >
        {label}
      </button>
      <input
        ref={chooser}
        type="file"
        accept="application/json,.json"
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onFile(file);
          currentTarget.value = ''; // the same file may be chosen again
        }}
      />
    </>
  );
}
