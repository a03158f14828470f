/**
 * Text as the index knows it: small letters, one kind of space and of hyphen, nothing invisible.
 * Most text needs no more than lower case and keeps its offsets.
 */
export interface FoldedText {
  text: string;
  /** Where the code units of `text` come from in the source; `undefined` where nothing moved. */
  offsets: Offsets | undefined;
}

/** Where stretches of folded text come from, so that a long text with one odd character costs no more. */
class Offsets {
  /** Per stretch: where it begins, where that is in the source, and the steps between its code units there. */
  readonly #starts: number[] = [];
  readonly #sources: number[] = [];
  readonly #steps: (0 | 1)[] = [];

  add(start: number, source: number, step: 0 | 1): void {
    this.#starts.push(start);
    this.#sources.push(source);
    this.#steps.push(step);
  }

  /** Where in the source a code unit of the folded text comes from. */
  of(position: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] as number) <= position) low = middle + 1;
      else high = middle;
    }
    const at = low - 1;
    const within = position - (this.#starts[at] ?? 0);
    return (this.#sources[at] ?? 0) + within * (this.#steps[at] ?? 0);
  }
}

/**
 * Characters for which folding moves offsets, one by one: invisible ones, and those with a plain compatibility form;
 * mathematical letters and tags are pairs of code units. What is sought first is one range: in text that is mostly ASCII
 * the engine is four times as fast at it as at many.
 */
const MOVING =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: they are meant one by one
  /[\ud835\udb40][\udc00-\udfff]|[\u00ad-\uffff](?<=[\u00ad\u0130\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2100-\u214f\u3164\ufb00-\ufb06\ufe00-\ufe0f\ufeff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uffa0\ud835\udb40])/g;
/** Those, and what may be an ideograph: few texts have any. */
const UNUSUAL =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: they are meant one by one
  /[\u00ad-\uffff](?<=[\u00ad\u0130\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2100-\u214f\u2e80-\uffff])/;
const NOT_ASCII = /[\u0080-\uffff]/;
/** Footnote marks and list numbers: `o¹` is no o1. */
const RAISED_OR_CIRCLED =
  /^[\u00b2\u00b3\u00b9\u2070-\u209f\u2460-\u24ff\u2776-\u2793\u3248-\u32bf]$/;
const SPACES_AND_DASHES =
  /[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]|[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;

/** A dash may join a name (`GPT–4`), and may as well set two apart (`o1–R1`): it is no hyphen. */
const plainSeparator = (character: string): string =>
  /\s/.test(character) ? ' ' : /[\u2013-\u2015]/.test(character) ? '\u2013' : '-';

/** Folds a text: names and words of the index as well as the text of pages. */
export function foldText(source: string): FoldedText {
  if (!NOT_ASCII.test(source)) return { text: source.toLowerCase(), offsets: undefined };
  if (!hasMoving(source)) return { text: plainlyFolded(source), offsets: undefined };
  return foldEach(source, plainlyFolded, (character) => foldCharacter(character).toLowerCase());
}

const hasMoving = (source: string): boolean => !isPlain(source) && source.search(MOVING) >= 0;

/** Whether {@link foldMoving} leaves a text as it is, and it has no ideographs: so it is with most, in one look. */
export const isPlain = (source: string): boolean => !UNUSUAL.test(source);

/** Folds only what moves offsets: capitals, spaces and hyphens stay as they are written. */
export function foldMoving(source: string): FoldedText {
  if (!hasMoving(source)) return { text: source, offsets: undefined };
  return foldEach(source, (stretch) => stretch, foldCharacter);
}

function foldEach(
  source: string,
  foldStretch: (stretch: string) => string,
  foldOne: (character: string) => string,
): FoldedText {
  const offsets = new Offsets();
  let text = '';
  let at = 0;
  const append = (folded: string, step: 0 | 1) => {
    if (folded !== '') offsets.add(text.length, at, step);
    text += folded;
  };
  for (const { 0: character, index } of source.matchAll(MOVING)) {
    append(foldStretch(source.slice(at, index)), 1);
    at = index;
    append(foldOne(character), 0);
    at += character.length;
  }
  append(foldStretch(source.slice(at)), 1);
  return { text, offsets };
}

/** Folds where nothing moves. */
const plainlyFolded = (source: string): string =>
  source.toLowerCase().replace(SPACES_AND_DASHES, plainSeparator);

function foldCharacter(character: string): string {
  if (/^\p{Default_Ignorable_Code_Point}$/u.test(character)) return '';
  if (RAISED_OR_CIRCLED.test(character)) return character;
  const plain = character.normalize('NFKC');
  // Of a capital i with a dot the small letter is two.
  const small = plain.toLowerCase();
  return small.length === plain.length ? plain : small;
}

/** The span of the source that a span of the folded text comes from. */
export function sourceSpan(
  { offsets }: FoldedText,
  source: string,
  start: number,
  end: number,
): { start: number; end: number } {
  if (!offsets) return { start, end };
  const last = offsets.of(end - 1);
  const width = (source.codePointAt(last) ?? 0) > 0xffff ? 2 : 1;
  return { start: offsets.of(start), end: last + width };
}
