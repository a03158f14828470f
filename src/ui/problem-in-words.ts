import type { PackProblem } from '../glossary/parse-pack';
import { type MessageName, message } from './message';

/**
 * What a pack is refused for, in the reader's language: every reason that `parsePack` and the format give,
 * found by its English words. What the groups catch goes into the text.
 */
const REASONS: readonly [reason: RegExp, name: MessageName][] = [
  [/^is empty$/, 'problemEmpty'],
  [/^is longer than (\d+) characters$/, 'problemTooLong'],
  [/^holds a control or bidirectional-override character$/, 'problemCharacter'],
  [/^holds half a surrogate pair$/, 'problemCharacter'],
  [/^starts or ends with a space$/, 'problemSpace'],
  [/^is not an id: /, 'problemId'],
  [/is a reserved word$/, 'problemReserved'],
  [/^has no language$/, 'problemNoLanguage'],
  [/^is (?:not a date written |a date that is in no calendar)/, 'problemDate'],
  [/^is not an https address$/, 'problemLink'],
  [/^has more than (\d+) /, 'problemTooMany'],
  [/^(?:has no (?:alias|term|value)|belongs to no term)$/, 'problemNothing'],
  [/^is no language tag$/, 'problemLanguageTag'],
  [/^is a format this version does not know/, 'problemFormat'],
  [/^is not a version written /, 'problemVersion'],
  [/^is no part of the format$/, 'problemUnknownField'],
  [/^is missing$/, 'problemMissing'],
  [/^is larger than ([\d.]+) MB$/, 'problemTooLarge'],
  [/^is not JSON: (.+)$/s, 'problemNotJson'],
  [/^is nested deeper than (\d+) levels$/, 'problemTooDeep'],
  [/^there is no (?:term|fact|evidence set) "(.+)"$/, 'problemNoSuch'],
  [/^"(.+)" is used twice$/, 'problemTwice'],
  [/^"(.+)" is claimed by "(.+)" already$/, 'problemClaimed'],
  [/^"(.+)" does not stand in the text of the fact$/, 'problemFigure'],
  [/is the pack that comes with the extension$/, 'problemBuiltIn'],
  [/is kept for the reader's own footnotes$/, 'problemOwnPack'],
  [/^is .+, not /s, 'problemValue'],
];

/** A problem's reason in the interface's language, to stand behind the name of what it is about. */
export function reasonInWords({ reason }: PackProblem): string {
  for (const [pattern, name] of REASONS) {
    const found = reason.match(pattern);
    if (found) return message(name, ...found.slice(1));
  }
  return reason;
}
