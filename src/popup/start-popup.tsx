import { render } from 'preact';
import browser from 'webextension-polyfill';
import type { TabAtHand } from './active-tab';
import { Options } from './options';
import { Popup } from './popup';

/** Brings the frame of the popup to life. */
export function startPopup(activeTab: Promise<TabAtHand | undefined>): void {
  render(<Popup activeTab={activeTab} />, elementOf('#app'));
  const options = elementOf('.options') as HTMLDetailsElement;
  const showOptions = () => render(<Options />, elementOf('#options'));
  // Most openings never ask for them.
  if (options.open) showOptions();
  else options.addEventListener('toggle', showOptions, { once: true });
  for (const link of document.querySelectorAll<HTMLAnchorElement>('footer a')) {
    link.addEventListener('click', (event) => void openInTab(event, link.href));
  }
}

function elementOf(selector: string): HTMLElement {
  return document.querySelector(selector) as HTMLElement;
}

/** Opens a page of our own in a tab and closes the popup, which would else show it itself. */
async function openInTab(event: Event, url: string): Promise<void> {
  event.preventDefault();
  await browser.tabs.create({ url });
  window.close();
}
