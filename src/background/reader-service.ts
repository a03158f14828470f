import type { Answers } from '../messaging/answer';
import { openGlossary } from './glossary-tab';
import { countMentions } from './mention-count';
import { muteSiteOf, muteTerm } from './muting';

/** What the background does for the reader on behalf of scripts in pages. */
export const readerAnswers: Pick<
  Answers,
  'mentions.counted' | 'term.mute' | 'site.mute' | 'glossary.open'
> = {
  'mentions.counted': async (_, { tab }) => {
    // Not waited for: the frame that asks need not wait until all frames have answered.
    if (tab?.id !== undefined) countMentions(tab.id);
    return undefined;
  },
  'term.mute': async ({ id }) => {
    await muteTerm(id);
    return undefined;
  },
  'site.mute': async (_, { tab }) => {
    await muteSiteOf(tab?.url);
    return undefined;
  },
  'glossary.open': async ({ term }) => {
    await openGlossary(term === undefined ? undefined : { term });
    return undefined;
  },
};
