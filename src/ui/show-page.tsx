import { type ComponentChild, render } from 'preact';
import { interfaceLanguage } from './message';
import { showLastTheme } from './show-theme';

/** Puts a view into a page of the extension's own and gives the page its language. */
export function showPage(view: ComponentChild): void {
  document.documentElement.lang = interfaceLanguage();
  showLastTheme();
  render(view, document.getElementById('app') as HTMLElement);
}
