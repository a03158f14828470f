import { LANGUAGES } from '../src/glossary/language';
import {
  CATEGORIES,
  type Fact,
  type LocalText,
  type Pack,
  type Term,
} from '../src/glossary/pack-schema';

/**
 * A pack as a page to proof-read, in Markdown: every term with its summary, every fact with all that
 * belongs to it, each text in all languages under one another.
 */
export function factsProof(pack: Pack): string {
  return [
    `# ${pack.title.en}: all terms and facts`,
    '',
    'Made by `npm run facts` from `data/`; a test keeps it up to date. How to correct a fact: [facts.md](facts.md).',
    '',
    ...lines(pack.source.title),
    ...lines(pack.source.publisher),
    `- published ${pack.source.date}, describes ${pack.asOf}; ${pack.terms.length} terms, ${pack.facts.length} facts`,
    '',
    ...CATEGORIES.flatMap((category) =>
      pack.terms
        .filter((term) => term.category === category)
        .flatMap((term) => termSection(term, pack.facts)),
    ),
    '## Measures',
    '',
    ...(pack.measures ?? []).flatMap(({ title, unit, better, values }) => [
      ...lines(title),
      ...values.map(
        ({ term, value, qualifier, fact, fromCaution }) =>
          `  - ${term}: ${qualifier} ${value} (${unit}, ${better} is better), from ${fromCaution ? 'the caution of ' : ''}${fact}`,
      ),
      '',
    ]),
    '## Events',
    '',
    ...(pack.events ?? []).flatMap(({ date, text, terms, fact }) => [
      `**${date}**: ${terms.join(', ')}; from ${fact}`,
      '',
      ...lines(text),
      '',
    ]),
  ].join('\n');
}

function termSection(term: Term, facts: readonly Fact[]): string[] {
  const own = facts.filter(({ terms }) => terms[0] === term.id);
  const shared = facts.filter(({ terms }) => terms.includes(term.id) && terms[0] !== term.id);
  return [
    `## ${term.name.en}`,
    '',
    `\`${term.id}\`, ${term.category}; related: ${(term.related ?? []).join(', ')}`,
    '',
    ...lines(term.name),
    '',
    ...lines(term.summary ?? {}),
    '',
    ...own.flatMap(factSection),
    ...(shared.length > 0
      ? [`Also on its card: ${shared.map(({ id }) => `[${id}](#${id})`).join(', ')}.`, '']
      : []),
  ];
}

function factSection(fact: Fact): string[] {
  return [
    `### ${fact.id}`,
    '',
    `${fact.kind}; passage ${fact.passage}; ${fact.terms.join(', ')}`,
    '',
    ...lines(fact.text),
    ...(fact.attribution ? ['', 'Says who:', '', ...lines(fact.attribution)] : []),
    ...(fact.figures
      ? [
          '',
          `Figures: ${fact.figures.map(({ value, text }) => `${value} (${languagesOf(text)})`).join('; ')}`,
        ]
      : []),
    ...(fact.caution
      ? [
          '',
          'Caution:',
          '',
          ...lines(fact.caution.text),
          '',
          'Source of the caution:',
          '',
          ...lines(fact.caution.source),
        ]
      : []),
    '',
  ];
}

function lines(text: LocalText): string[] {
  return LANGUAGES.flatMap((language) => (text[language] ? [`- ${text[language]}`] : []));
}

function languagesOf(text: LocalText): string {
  return [...new Set(LANGUAGES.flatMap((language) => text[language] ?? []))].join(' · ');
}
