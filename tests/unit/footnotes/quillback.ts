import type { FootnoteDraft } from '../../../src/messaging/vocabulary';

/** A footnote on a term of the reader's own, as the form sends it. */
export const QUILLBACK: FootnoteDraft = {
  language: 'en',
  text: 'It swims.',
  term: {
    name: 'Quillback',
    category: 'model',
    aliases: [{ text: 'Quillback', strength: 'strong' }],
  },
  kind: 'reported',
  source: { title: 'A lab', publisher: 'The Gazette', date: '2025-06-02' },
};
