import type { AliasIndex, Anchors } from './alias-index.ts';
import { frequencyOf } from './letter-frequency.ts';

/** More alternatives than this make the engine slower than a table does: see docs/decisions/how-names-are-found.md. */
const MOST_ANCHORS = 400;
/** More names than share so many pieces. */
const MOST_NAMES = 4_000;

/** Letters of which some have capitals of two letters, or several: ß, σ. */
const OTHER_LETTER = /[\u00c0-\u052f]/;
const IDEOGRAPH_FIRST = /^[\u2e80-\uffff]/;
const IDEOGRAPH_LAST = /[\u2e80-\uffff]$/;
/** What may bind a name: folded letters other than ideographs, digits, and signs, to be sure. */
const LATIN = /[^\u2e80-\uffff]/;
/**
 * What one more character costs that pieces begin with, in pieces met in vain for every character of a text: at each of
 * these the engine asks for every one in turn, a nanosecond each, and a piece that is met takes three thousand.
 */
const ASKING = 3e-4;

type Names = Pick<AliasIndex, 'aliases' | 'spellings'>;

/** Characters of a piece: more make the expression longer, and it is hardly met less often. */
const LONGEST = 5;

/** How far into a name its piece may begin: so much before a piece has to be read. */
const FARTHEST = 10;

/** A piece of a name without a space in it. */
interface Anchor {
  text: string;
  /** Whether its capitals count. */
  isExact: boolean;
  /** How many characters of the name stand before it. */
  offset: number;
  /** How often it may stand in a text, for every character of that. */
  frequency: number;
}

/**
 * Chooses for every name of an index that is not found by the ideograph it begins with a piece that is seldom met,
 * and makes an expression of the pieces: where none stands, no name stands, which the engine finds out many times
 * faster than any code of a page's could, cold. To be called when the extension is built.
 *
 * @param hasModifiers Whether what reads the expression knows `(?i:)`, with which it is half as long; Node 20 does not.
 * @returns `undefined` where there are so many names that nearly every place would have a piece of one, or one
 *   has no piece of plain letters.
 */
export function findAnchors(index: Names, { hasModifiers = false } = {}): Anchors | undefined {
  const choices = leastSpellings(index, { among: isSoughtByPiece })
    .filter(([name]) => isSoughtByPiece(name))
    .sort(([one], [other]) => one.length - other.length)
    .slice(0, MOST_NAMES + 1)
    .map(([name, spelling]) =>
      piecesOf(name, spelling)
        .filter(({ text, offset }) => offset <= FARTHEST && !OTHER_LETTER.test(text))
        .sort((one, other) => one.frequency - other.frequency),
    );
  if (choices.length > MOST_NAMES || choices.some((pieces) => pieces.length === 0))
    return undefined;
  const firsts = fewestFirsts(choices);
  const chosen: Anchor[] = [];
  for (const pieces of choices) {
    if (pieces.some((piece) => chosen.some((anchor) => isBegunBy(piece, anchor)))) continue;
    const best = pieces.find((piece) => firsts.has(firstOf(piece)));
    if (best) chosen.push(best);
    if (chosen.length > MOST_ANCHORS) return undefined;
  }
  const anchors = chosen.filter(
    (one) => !chosen.some((other) => one !== other && isBegunBy(one, other)),
  );
  const places = [...placesOf(index, anchors)];
  const continuations = continuationsOf(places);
  const pattern = (isChinese: boolean) =>
    patternOf(
      anchors.filter(({ text }) => IDEOGRAPH_FIRST.test(text) === isChinese),
      continuations,
      hasModifiers,
    );
  const chinesePieces = pattern(true);
  return {
    pieces: pattern(false),
    ...(chinesePieces !== NEVER && { chinesePieces }),
    offsets: offsetsOf(places),
  };
}

/** What a piece begins with: where capitals count, others than where they do not. */
const firstOf = ({ text, isExact }: Anchor): string => (isExact ? '=' : '') + text.charAt(0);

/**
 * The characters that pieces are to begin with, so that they are few and the pieces rare all the same: of all that may
 * be, one after another is given up as long as that makes the search cheaper.
 *
 * @param choices For each name its pieces, the rarest first.
 */
function fewestFirsts(choices: readonly (readonly Anchor[])[]): ReadonlySet<string> {
  const costed = (firsts: ReadonlySet<string>) => ({ firsts, cost: searchCost(choices, firsts) });
  let best = costed(new Set(choices.flat().map(firstOf)));
  for (;;) {
    const { firsts, cost } = best;
    const [cheapest] = [...firsts]
      .map((given) => costed(new Set([...firsts].filter((first) => first !== given))))
      .sort((one, other) => one.cost - other.cost);
    if (!cheapest || cheapest.cost >= cost) return firsts;
    best = cheapest;
  }
}

/** What a search by pieces that begin so costs, in pieces met for every character; no end where a name has none. */
function searchCost(choices: readonly (readonly Anchor[])[], firsts: ReadonlySet<string>): number {
  const frequencies = new Map<string, number>();
  for (const pieces of choices) {
    const rarest = pieces.find((piece) => firsts.has(firstOf(piece)));
    if (!rarest) return Number.POSITIVE_INFINITY;
    frequencies.set(rarest.text, rarest.frequency);
  }
  const asked = [...firsts].filter((first) => !IDEOGRAPH_LAST.test(first));
  return [...frequencies.values()].reduce((one, other) => one + other, asked.length * ASKING);
}

/** Others are found by the ideograph they begin with and what follows it. */
const isSoughtByPiece = (name: string): boolean => !IDEOGRAPH_FIRST.test(name) || name.length === 1;

/** Where in a name a piece stands, in small letters. */
interface Place {
  text: string;
  name: string;
  offset: number;
}

/** For each name where in it one of some pieces stands first. */
function* placesOf({ aliases, spellings }: Names, anchors: readonly Anchor[]): Generator<Place> {
  const texts = new Set(anchors.map(({ text }) => text.toLowerCase()));
  for (const [number, name] of aliases.split('\n').entries()) {
    if (!isSoughtByPiece(name)) continue;
    const piece = piecesOf(name, spellings[number]).find((one) =>
      anchors.some((anchor) => isBegunBy(one, anchor)),
    );
    if (!piece) continue;
    const written = piece.text.toLowerCase();
    for (const text of texts) {
      // Which of several that begin it is found, the expression alone knows.
      if (written.startsWith(text)) yield { text, name, offset: piece.offset };
    }
  }
}

/** How far before its first piece any name may begin: also one of several words that holds another. */
function offsetsOf(places: readonly Place[]): Anchors['offsets'] {
  const offsets = new Map<string, Set<number>>();
  for (const { text, name, offset } of places) {
    const known = offsets.get(text) ?? new Set();
    offsets.set(text, known);
    const spaces = name.slice(0, offset).split(' ').length - 1;
    for (let missing = 0; missing <= spaces; missing++) known.add(offset - missing);
  }
  return Object.fromEntries(
    [...offsets]
      .map(([text, known]): [string, number[]] => [
        text,
        [...known].sort((one, other) => one - other),
      ])
      .filter(([, known]) => known.some((offset) => offset > 0)),
  );
}

/**
 * What may stand behind a piece that ends a word of a name, where no name ends: what is neither letter nor digit, or
 * that with which one of its names goes on. So `app` of "app store" is not looked at in "happen".
 *
 * @returns By piece, in small letters: the letters and digits it may go on with.
 */
function continuationsOf(places: readonly Place[]): Map<string, Set<string>> {
  const continuations = new Map<string, Set<string>>();
  for (const { text, name, offset } of places) {
    const known = continuations.get(text) ?? new Set();
    continuations.set(text, known);
    const behind = name.slice(offset + text.length);
    known.add(behind.charAt(0));
    if (behind.startsWith(' ')) known.add(behind.charAt(1));
  }
  for (const [text, known] of continuations) {
    if (known.has('') || !known.has(' ')) continuations.delete(text);
    for (const one of known) if (!/\w/.test(one)) known.delete(one);
  }
  return continuations;
}

/**
 * The names without those that hold another one as a word of their own: where they stand, that one stands,
 * and to know whether there is any name no more are needed. Where a digit follows, the two are written together
 * (`DeepSeekR1`), and then the other one is no word: such names stay. Between ideographs words need no edge.
 */
export function leastNames(index: Names): Names {
  const least = leastSpellings(index, { mayGo: (name) => !/^\S+ \S*\d\S*$/.test(name) });
  const needed = least.filter((name) => !least.some((other) => standsInside(other, name)));
  return {
    aliases: needed.map(([name]) => name).join('\n'),
    spellings: Object.fromEntries(
      needed.flatMap(([, spelling], number) =>
        spelling === undefined ? [] : [[number, spelling]],
      ),
    ),
  };
}

type SpeltName = readonly [name: string, spelling: string | undefined];

/** Whether a name stands in a longer one with no Latin letter or digit beside it that could bind it. */
function standsInside([name, spelling]: SpeltName, [longer, longerSpelling]: SpeltName): boolean {
  if (name.length >= longer.length) return false;
  const written = longerSpelling === undefined ? longer : withCapitalsOf(longer, longerSpelling);
  const sought = spelling === undefined ? name : withCapitalsOf(name, spelling);
  if (spelling !== undefined && longerSpelling === undefined) return false;
  if (written === undefined || sought === undefined) return false;
  const at = (spelling === undefined ? longer : written).indexOf(sought);
  if (at < 0) return false;
  const before = longer.slice(0, at);
  const behind = longer.slice(at + name.length);
  return (
    (IDEOGRAPH_FIRST.test(name) ||
      !LATIN.test(before.at(-1) ?? '') ||
      isWordBehind(before, name)) &&
    (IDEOGRAPH_LAST.test(name) ||
      !LATIN.test(behind.charAt(0)) ||
      isWordBehind(behind.charAt(0), behind.slice(1)))
  );
}

/** Whether a text begins with a word that nobody writes together with what is before it, as people do with digits. */
const isWordBehind = (before: string, text: string): boolean =>
  before.endsWith(' ') && /^[^\d ]+( |$)/.test(text);

/**
 * Names with each spelling that counts; none where any does. Those that hold another one are left out.
 *
 * @param mayGo Whether one may be left out.
 * @param among Whether one counts as another.
 */
function leastSpellings(
  { aliases, spellings }: Names,
  {
    mayGo = () => true,
    among = () => true,
  }: Partial<Record<'mayGo' | 'among', (name: string) => boolean>>,
): [string, string | undefined][] {
  const all = new Map<string, Set<string | undefined>>();
  for (const [number, name] of aliases.split('\n').entries()) {
    const known = all.get(name) ?? new Set();
    all.set(name, known.add(spellings[number]));
  }
  const others = new Set(
    [...all].flatMap(([name, known]) => (known.has(undefined) && among(name) ? [name] : [])),
  );
  return [...all]
    .filter(([name]) => !(mayGo(name) && holdsAnother(name, others)))
    .flatMap(([name, known]) =>
      known.has(undefined)
        ? [[name, undefined] as [string, undefined]]
        : [...known].map((spelling): [string, string | undefined] => [name, spelling]),
    );
}

/** Whether a shorter name stands in one as a word or words of its own: where the one stands, the other does. */
function holdsAnother(name: string, others: ReadonlySet<string>): boolean {
  const words = name.split(' ');
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= words.length; to++) {
      if (to - from < words.length && others.has(words.slice(from, to).join(' '))) return true;
    }
  }
  return false;
}

/** From every character of a name to the end of its word, or a few on. */
function piecesOf(name: string, spelling: string | undefined): Anchor[] {
  const exact = spelling === undefined ? undefined : withCapitalsOf(name, spelling);
  const isExact = exact !== undefined;
  const written = exact ?? name;
  const pieces: Anchor[] = [];
  let offset = 0;
  for (const word of written.split(' ')) {
    for (let from = 0; from < Math.max(1, word.length - 1); from++) {
      const text = word.slice(from, from + LONGEST);
      pieces.push({
        text,
        isExact,
        offset: offset + from,
        frequency: frequencyOf(text, isExact),
      });
    }
    offset += word.length + 1;
  }
  return pieces;
}

/**
 * A folded name in the letters of its spelling, whatever separates them there; none where the two do not run in step
 * and its letters have to be taken in any case.
 */
function withCapitalsOf(name: string, spelling: string): string | undefined {
  const letters = [...spelling].filter(
    (letter) => name.includes(letter.toLowerCase()) && letter !== ' ',
  );
  if (letters.length !== name.replaceAll(' ', '').length) return undefined;
  let at = 0;
  const written = [...name].map((letter) => (letter === ' ' ? ' ' : letters[at++])).join('');
  return written.toLowerCase() === name ? written : undefined;
}

function isBegunBy(piece: Anchor, anchor: Anchor): boolean {
  if (anchor.isExact) return piece.isExact && piece.text.startsWith(anchor.text);
  return piece.text.toLowerCase().startsWith(anchor.text.toLowerCase());
}

/** Met nowhere. */
const NEVER = '(?!)';

/** An expression for any of some pieces, with what they go on with; those that begin alike share their beginning. */
function patternOf(
  anchors: readonly Anchor[],
  continuations: ReadonlyMap<string, ReadonlySet<string>>,
  hasModifiers: boolean,
): string {
  const exact = new Branch();
  const inAnyCase = new Branch();
  const written = hasModifiers ? escaped : bothCases;
  for (const { text, isExact } of anchors) {
    if (isExact) {
      exact.add([...text].map(escaped));
      continue;
    }
    const behind = continuations.get(text.toLowerCase());
    const letters = [...(behind ?? [])].flatMap((one) =>
      one === one.toUpperCase() ? one : [one, one.toUpperCase()],
    );
    const isNext = `(?=[\\W${letters.join('')}])`;
    // It has both cases already. In any case, Chromium takes a twentieth of a millisecond to compile each of these.
    const end = behind ? [hasModifiers ? `(?-i:${isNext})` : isNext] : [];
    inAnyCase.add([...[...text.toLowerCase()].map(written), ...end]);
  }
  const any = inAnyCase.source();
  const sources = [exact.source(), any && hasModifiers ? `(?i:${any})` : any].filter(Boolean);
  return sources.join('|') || NEVER;
}

const escaped = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');

function bothCases(small: string): string {
  const capital = small.toUpperCase();
  return small === capital || capital.length > 1 ? escaped(small) : `[${small}${capital}]`;
}

/** Expressions that begin alike, none the beginning of another. */
class Branch {
  readonly #next = new Map<string, Branch>();

  add(parts: readonly string[]): void {
    let at: Branch = this;
    for (const part of parts) {
      const next = at.#next.get(part) ?? new Branch();
      at.#next.set(part, next);
      at = next;
    }
  }

  /** At an end nothing. */
  source(): string {
    const branches = [...this.#next].map(([part, branch]) => part + branch.source());
    return branches.length > 1 ? `(?:${branches.join('|')})` : (branches[0] ?? '');
  }
}
