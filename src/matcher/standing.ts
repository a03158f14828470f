import { isBinding, isLetter } from './characters.ts';

/** A name of the index that stands in a text. */
export interface Standing {
  /** The folded text. */
  text: string;
  /** The same with its capitals where folding moved nothing, else the folded text again. */
  written: string;
  start: number;
  end: number;
  /** The name as the index has it. */
  entry: string;
}

/**
 * Where a name ends, a plural s included: `MoEs`, `A100s`; R1s are other things.
 *
 * @returns -1 where it is part of a longer word. Only Latin letters and digits bind; Chinese glues.
 */
export function wordEnd({ text, end, entry }: Omit<Standing, 'written' | 'start'>): number {
  const last = entry.charCodeAt(entry.length - 1);
  if (!isBinding(last) || !isBinding(text.charCodeAt(end))) return end;
  const isPlural =
    text[end] === 's' &&
    !isBinding(text.charCodeAt(end + 1)) &&
    (isLetter(last) || /\d\d$/.test(entry));
  return isPlural ? end + 1 : -1;
}
