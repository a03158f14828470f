import { useLayoutEffect } from 'preact/hooks';
import type { ReaderSettings } from '../settings/reader-settings';
import { showTheme } from './show-theme';

/** Gives a page of our own the reader's theme, once the settings are read. */
export function useTheme(settings: ReaderSettings | undefined): void {
  const theme = settings?.values.theme;
  useLayoutEffect(() => {
    if (theme !== undefined) showTheme(theme);
  }, [theme]);
}
