import browser from 'webextension-polyfill';

/**
 * Whether this page is in a private window, where Firefox keeps the reader's packs out of its reach: what she would change
 * or save there would be of a database of that window, or of none. Chromium shows it in normal windows alone.
 */
export const isPrivateWindow = (): boolean => browser.extension.inIncognitoContext === true;
