import { useLayoutEffect } from 'preact/hooks';
import type { ReaderSettings } from '../settings/reader-settings';

/** Gives a page of our own the reader's theme, where it is not the system's. */
export function useTheme(settings: ReaderSettings | undefined): void {
  const theme = settings?.values.theme;
  useLayoutEffect(() => {
    if (theme === undefined || theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
}
