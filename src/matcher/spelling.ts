import { isBinding } from './characters.ts';

/** Whether a name is written as its alias demands, separators and invisible characters aside. */
export function isSpelt(written: string, spelling: string): boolean {
  // Mostly it is written so to the letter, and to look closer takes ten times as long.
  return written === spelling || lettersOf(written) === lettersOf(spelling);
}

const lettersOf = (text: string): string =>
  [...text.normalize('NFKC')]
    .filter((character) => isBinding(character.toLowerCase().charCodeAt(0)) || character > '\u2e7f')
    .join('');
