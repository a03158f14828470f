import builtInPack from 'virtual:built-in-pack';
import type { CardFact, CardTerm } from '../../src/glossary/card-term';
import type { Language } from '../../src/glossary/language';
import { OWN_PACK_ID } from '../../src/glossary/own-pack-id';
import { readCardTerm } from '../../src/glossary/read-card-term';

/** Cards for the eye: terms of the built-in pack, and the worst a reader's pack may hold. */
export const SPECIMENS = {
  'deepseek-r1': (language: Language) => builtIn('deepseek-r1', language),
  'openai-o1': (language: Language) => builtIn('openai-o1', language),
  'deepseek-v3': (language: Language) => builtIn('deepseek-v3', language),
  deepseek: (language: Language) => builtIn('deepseek', language),
  nvidia: (language: Language) => builtIn('nvidia', language),
  'jim-fan': (language: Language) => builtIn('jim-fan', language),
  'aime-2024': (language: Language) => builtIn('aime-2024', language),
  distillation: (language: Language) => builtIn('distillation', language),
  'one-fact': (language: Language) => own(language, { facts: [fact(0, 'It has one fact.')] }),
  'no-fact': (language: Language) => own(language, {}),
  'forty-facts': (language: Language) =>
    own(language, { facts: Array.from({ length: 40 }, (_, at) => fact(at, `Fact number ${at}.`)) }),
  'long-fact': (language: Language) =>
    own(language, { facts: [fact(0, 'A long sentence of a pack. '.repeat(75).slice(0, 1_999))] }),
  'long-word': (language: Language) => own(language, { facts: [fact(0, 'a'.repeat(2_000))] }),
  'long-name': (language: Language) =>
    own(language, {
      name: { text: 'A name that does not end '.repeat(9).slice(0, 199), language: 'en' },
      facts: [fact(0, 'It has one fact.')],
    }),
  'emoji-name': (language: Language) =>
    own(language, {
      name: { text: '👩🏽‍💻🧪', language: 'en' },
      facts: [fact(0, 'Its name is a picture.')],
    }),
  'own-footnote': (language: Language) =>
    own(language, {
      facts: [{ ...fact(0, 'What I read myself.'), pack: OWN_PACK_ID }],
      related: [{ id: 'nobody', name: { text: 'A term that is lost', language: 'en' } }],
    }),
} as const satisfies Record<string, (language: Language) => CardTerm>;

export type SpecimenName = keyof typeof SPECIMENS;

function builtIn(id: string, language: Language): CardTerm {
  const term = readCardTerm([builtInPack], id, language);
  if (term === undefined) throw new Error(`the built-in pack has no term "${id}"`);
  return term;
}

/** A term of a reader's own pack, in English whatever the reader's language: it has no other. */
function own(_reader: Language, parts: Partial<CardTerm>): CardTerm {
  return {
    id: 'specimen',
    category: 'idea',
    name: { text: 'Specimen', language: 'en' },
    facts: [],
    languages: ['en'],
    measures: [],
    related: [],
    sources: [
      {
        pack: 'own',
        builtIn: false,
        publisher: { text: 'My notes', language: 'en' },
        title: { text: 'What I read', language: 'en' },
        date: '2026-03-01',
        asOf: '2026-03-01',
        link: 'https://example.com/notes',
        licence: 'MIT',
      },
    ],
    ...parts,
  };
}

function fact(at: number, text: string): CardFact {
  return {
    id: `fact-${at}`,
    text: { text, language: 'en' },
    kind: at % 2 === 0 ? 'reported' : 'explanation',
    figures: [],
    pack: 'own',
  };
}
