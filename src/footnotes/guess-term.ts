/** The longest selection that is itself a name rather than a passage about one. */
const NAME_CHARACTERS = 40;

/** Words written with a capital that are no name: openers of sentences, days, months. */
const OPENERS = new Set(
  'A An And As At But By For From He Her His How However I If In It Its On Our She So That The Their There These They This Those To We What When Where While With You Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December'.split(
    ' ',
  ),
);

/**
 * The terms a passage is about, likeliest first: the most mentioned, and among equals the first.
 *
 * @param mentioned The ids of the terms mentioned in it, in reading order, once per mention.
 */
export function guessTerms(mentioned: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const term of mentioned) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one).map(([term]) => term);
}

/**
 * A name for a new term, from a passage that mentions none we know: a short selection itself, else the first
 * run of capitalised words, Latin words among Chinese, or a Chinese title in quotes.
 *
 * @returns an empty string where nothing looks like a name.
 */
export function guessName(selection: string): string {
  const text = selection.replace(/\s+/g, ' ').trim();
  if (text.length <= NAME_CHARACTERS && !/[.!?。！？]$/.test(text)) return text;

  const quoted = text.match(/[“《「]([^”》」]{2,20})[”》」]/u)?.[1];
  const latinAmongChinese = /\p{Script=Han}/u.test(text)
    ? text.match(/[A-Za-z][\w-]*(?: [A-Z\d][\w.-]*)*/)?.[0]
    : undefined;
  return latinAmongChinese ?? capitalised(text) ?? quoted ?? '';
}

function capitalised(text: string): string | undefined {
  for (const [phrase] of text.matchAll(/\b[A-Z][\w-]*(?: [A-Z\d][\w-]*(?:\.\d+)*)*/g)) {
    const words = phrase.split(' ');
    while (words.length > 0 && OPENERS.has(words[0] ?? '')) words.shift();
    const name = words.join(' ');
    if (name.length > 1) return name;
  }
  return undefined;
}
