import { interfaceLanguage, type MessageName, message } from '../ui/message';
import { showLastTheme } from '../ui/show-theme';

/** Gives the popup's frame, as its HTML has it, the reader's language and theme. */
export function fillFrame(): void {
  document.documentElement.lang = interfaceLanguage();
  document.title = message('extensionName');
  showLastTheme();
  for (const place of document.querySelectorAll<HTMLElement>('[data-message]')) {
    place.textContent = message(place.dataset.message as MessageName);
  }
}
