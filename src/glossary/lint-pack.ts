import { LANGUAGES, type Language } from './language';
import type { LocalText, Pack } from './pack-schema';
import type { PackProblem } from './parse-pack';
import { riskOfAlias } from './risky-alias';

/** Lengths that read well on a card; longer is allowed and gets a word of advice. */
const COMFORTABLE = {
  /** One line and a half at the card's width. */
  summaryCharacters: 160,
  /** Four lines at the card's width. */
  factCharacters: 320,
} as const;

const RISKS = {
  'everyday-word': 'is an everyday word and would mark nearly every page; make it weak',
  'too-short': 'is so short that other things are called it too; make it weak',
  number: 'is a bare number; make it weak',
} as const;

/**
 * Advice on a valid pack: what an author probably did not mean. Every entry names the place and the mend.
 *
 * @param pack A pack that `parsePack` has let through.
 */
export function lintPack(pack: Pack): PackProblem[] {
  const problems: PackProblem[] = [];
  const advise = (path: string, reason: string) => problems.push({ path, reason });
  const spoken = LANGUAGES.filter((language) => pack.title[language] !== undefined);

  function adviseOnText(path: string, text: LocalText, comfortable: number): void {
    const missing = spoken.filter((language) => text[language] === undefined);
    if (missing.length > 0) {
      advise(path, `is missing in ${missing.join(' and ')}, which the pack's title has`);
    }
    for (const language of LANGUAGES) {
      const length = widthOf(text[language] ?? '', language);
      if (length > comfortable) {
        advise(
          `${path}.${language}`,
          `takes the room of ${length} letters; ${comfortable} read well`,
        );
      }
    }
  }

  const told = new Set(pack.facts.flatMap(({ terms }) => terms));
  for (const [index, term] of pack.terms.entries()) {
    const path = `terms[${index}]`;
    adviseOnText(`${path}.name`, term.name, COMFORTABLE.summaryCharacters);
    if (term.summary === undefined) advise(path, 'has no summary');
    else adviseOnText(`${path}.summary`, term.summary, COMFORTABLE.summaryCharacters);
    if (!told.has(term.id)) advise(path, 'has no fact, so its card will be empty');

    for (const [number, alias] of term.aliases.entries()) {
      const at = `${path}.aliases[${number}]`;
      const risk = riskOfAlias(alias.text);
      if (alias.strength === 'strong' && risk !== undefined) {
        advise(at, `"${alias.text}" ${RISKS[risk]}`);
      }
      const evidence = [
        alias.for?.words,
        alias.for?.sets,
        alias.for?.hints,
        alias.for?.terms,
      ].flat();
      if (alias.strength === 'weak' && evidence.every((entry) => entry === undefined)) {
        advise(
          at,
          `"${alias.text}" is weak and nothing speaks for it, so it is hardly ever marked`,
        );
      }
    }
  }
  for (const [index, fact] of pack.facts.entries()) {
    adviseOnText(`facts[${index}].text`, fact.text, COMFORTABLE.factCharacters);
    if (fact.kind === 'expert-view' && fact.attribution === undefined) {
      advise(`facts[${index}]`, 'is a view and does not say whose');
    }
    if (fact.passage === undefined) advise(`facts[${index}]`, 'names no passage of its source');
  }
  return problems;
}

/** The room a text takes, in Latin letters: a Chinese character is as wide as two. */
function widthOf(text: string, language: Language): number {
  return language === 'en' ? text.length : text.length * 2;
}
