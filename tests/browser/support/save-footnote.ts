import type { World } from './in-each-browser';

/** Saves a footnote to a new term of the reader's own, a model of one spelling, as the form on a page does. */
export async function saveFootnote(
  { extension }: World,
  name: string,
  text: string,
): Promise<void> {
  const footnote = {
    language: 'en',
    text,
    term: { name, category: 'model', aliases: [{ text: name, strength: 'strong' }] },
    kind: 'reported',
    source: { title: 'A small lab', publisher: 'The Gazette', date: '2025-06-02' },
  };
  await extension.evaluate(
    (api, saved) => api.runtime.sendMessage({ name: 'footnote.save', params: { footnote: saved } }),
    footnote,
  );
}
