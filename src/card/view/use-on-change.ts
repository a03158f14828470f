import { useLayoutEffect, useRef } from 'preact/hooks';

/** Acts once something is shown whose name is another than before; not on what is shown first. */
export function useOnChange(shown: string, act: () => void): void {
  const before = useRef(shown);
  useLayoutEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    act();
  }, [shown]);
}
