const NONE = 65;

/** Characters that a word may share with the one before it: as many as there are capitals, less one. */
const MOST_SHARED = 25;

/**
 * Writes a sorted list of words without capitals: before each a capital says how many characters it shares with
 * the one before, which are left out (`A` none, `B` one). Half the script's evidence is such a list.
 */
export function writeWordList(words: readonly string[]): string {
  let before = '';
  return words
    .map((word) => {
      let shared = 0;
      while (shared < MOST_SHARED && shared < word.length && word[shared] === before[shared])
        shared++;
      // Half a character is none where the list is stored.
      if (/[\ud800-\udbff]$/.test(word.slice(0, shared))) shared--;
      before = word;
      return String.fromCharCode(NONE + shared) + word.slice(shared);
    })
    .join('');
}

/** Reads what {@link writeWordList} wrote. */
export function readWordList(list: string): string[] {
  let before = '';
  return (list.match(/[A-Z][^A-Z]*/g) ?? []).map((entry) => {
    before = before.slice(0, entry.charCodeAt(0) - NONE) + entry.slice(1);
    return before;
  });
}
