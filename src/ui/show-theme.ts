import type { ReaderSettings } from '../settings/reader-settings';

type Theme = ReaderSettings['values']['theme'];

/** A copy of the setting that can be read at once: a dark page that is first drawn light is a flash in the eyes. */
const SHOWN_LAST = 'theme';

/** Gives a page of our own, before its settings are read, the theme that the last one had. */
export function showLastTheme(): void {
  try {
    show(localStorage.getItem(SHOWN_LAST));
  } catch {
    // A browser may keep this storage shut; the settings come a moment later.
  }
}

/** Gives a page of our own the reader's theme, and the next one as well. */
export function showTheme(theme: Theme): void {
  show(theme);
  try {
    if (theme === 'system') localStorage.removeItem(SHOWN_LAST);
    else localStorage.setItem(SHOWN_LAST, theme);
  } catch {
    // As above.
  }
}

/** Any other theme than these two is the system's. */
function show(theme: string | null): void {
  const { dataset } = document.documentElement;
  if (theme === 'light' || theme === 'dark') dataset.theme = theme;
  else delete dataset.theme;
}
