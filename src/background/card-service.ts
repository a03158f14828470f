import browser from 'webextension-polyfill';
import type { CardTerm } from '../glossary/card-term';
import type { Language } from '../glossary/language';
import { readCardTerm } from '../glossary/read-card-term';
import type { Answers, Sender } from '../messaging/answer';
import { readPacksOf } from '../packs/read-packs';
import { readSettings } from '../settings/store';
import { factsLanguage } from '../ui/facts-language';
import { documentOf } from './document-of';

/** What the background does for cards. */
export const cardAnswers: Pick<Answers, 'card.inject' | 'terms.read'> = {
  'card.inject': async (_, sender) => injectCard(sender),
  'terms.read': async ({ ids, language }) =>
    readCardTerms(ids, language ?? factsLanguage((await readSettings()).values)),
};

/** Runs the card's script in the document that asks, beside the page's script. */
async function injectCard(sender: Sender): Promise<undefined> {
  await browser.scripting.executeScript({
    target: documentOf(sender),
    files: ['card.js'],
    injectImmediately: true,
  });
}

/** What cards show of these terms, those left out that no pack knows. */
async function readCardTerms(ids: readonly string[], language: Language): Promise<CardTerm[]> {
  const packs = await readPacksOf(ids);
  return ids.flatMap((id) => readCardTerm(packs, id, language) ?? []);
}
