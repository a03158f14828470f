import { isBinding } from './characters.ts';

/** Whether a name is written as its alias demands, separators and invisible characters aside. */
export function isSpelt(written: string, spelling: string): boolean {
  return lettersOf(written) === lettersOf(spelling);
}

const lettersOf = (text: string): string =>
  [...text.normalize('NFKC')]
    .filter((character) => isBinding(character.toLowerCase().charCodeAt(0)) || character > '\u2e7f')
    .join('');
