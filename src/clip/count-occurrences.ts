/**
 * How often a spelling stands in a text, whatever its capitals: as words of their own where it is Latin,
 * anywhere where it is Chinese.
 */
export function countOccurrences(text: string, spelling: string): number {
  if (spelling === '') return 0;
  const haystack = text.toLowerCase();
  const needle = spelling.toLowerCase();
  let count = 0;
  for (
    let at = haystack.indexOf(needle);
    at >= 0;
    at = haystack.indexOf(needle, at + needle.length)
  ) {
    const before = haystack[at - 1] ?? '';
    const after = haystack[at + needle.length] ?? '';
    if (!joins(before, needle[0] ?? '') && !joins(needle.at(-1) ?? '', after)) count += 1;
  }
  return count;
}

/** Whether two characters side by side belong to one Latin word. */
function joins(left: string, right: string): boolean {
  return /[a-z0-9]/.test(left) && /[a-z0-9]/.test(right);
}
