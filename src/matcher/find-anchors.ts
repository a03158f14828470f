import type { AliasIndex, Anchors } from './alias-index.ts';

/** More alternatives than this make the engine slower than a table does: see docs/decisions/how-names-are-found.md. */
const MOST_ANCHORS = 400;

/** How common letters are in English, in percent; what stands elsewhere is rare on the pages where it counts. */
const LETTERS = shares(
  'e12.7 t9.1 a8.2 o7.5 i7 n6.7 s6.3 h6.1 r6 d4.3 l4 c2.8 u2.8 m2.4 w2.4 f2.2 g2 y2 p1.9 b1.5 v1 k.8 ' +
    'j.15 x.15 q.1 z.07',
);
/**
 * The same of the commonest pairs of letters, which stand together far more often than their letters would by
 * chance; as P. Norvig counted them in books (English Letter Frequency Counts, 2012).
 */
const PAIRS = shares(
  'th3.56 he3.07 in2.43 er2.05 an1.99 re1.85 on1.76 at1.49 en1.45 nd1.35 ti1.34 es1.34 or1.28 te1.2 of1.17 ' +
    'ed1.17 is1.13 it1.12 al1.09 ar1.07 st1.05 to1.04 nt1.04 ng.95 se.93 ha.93 as.87 ou.87 io.83 le.83 ve.83 ' +
    'co.79 me.79 de.76 hi.76 ri.73 ro.73 ic.7 ne.69 ea.69 ra.69 ce.65 li.62 ch.6 ll.58 be.58 ma.57 si.55 ' +
    'om.55 ur.54 ca.54 el.53 ta.53 la.53 ns.51 di.49 fo.49 ho.48 pe.48 ec.48 pr.47 no.46 ct.46 us.45 ac.45 ' +
    'ot.44 il.43 tr.43 ly.42 nc.42 et.41 ut.41 ss.41 so.4 rs.4 un.39 lo.39 wa.39 ge.39 ie.38 wh.38 ee.38 ' +
    'wi.37 em.37 ad.37 ol.37 rt.36 po.36 we.36 na.36',
);
/** Letters of which some have capitals of two letters, or several: ß, σ. */
const OTHER_LETTER = /[\u00c0-\u052f]/;
const DIGIT = 0.8;
const SIGN = 1;
const IDEOGRAPH_FIRST = /^[\u2e80-\uffff]/;
const IDEOGRAPH_LAST = /[\u2e80-\uffff]$/;
/** What may bind a name: folded letters other than ideographs, digits, and signs, to be sure. */
const LATIN = /[^\u2e80-\uffff]/;
const IDEOGRAPH = 0.05;
/** One letter in so many is a capital. */
const CAPITAL = 0.06;
/** Characters whose rarity decides; what follows is compared seldom. */
const DECIDING = 5;
/** What one more first character costs, of its frequency: the engine stops at each. */
const STOPPING = 0.02;

type Names = Pick<AliasIndex, 'aliases' | 'spellings'>;

/** Characters of a piece: more make the expression longer, and it is hardly met less often. */
const LONGEST = 5;

/** How far into a name its piece may begin: so much before a piece has to be read. */
const FARTHEST = 6;

/** A piece of a name without a space in it. */
interface Anchor {
  text: string;
  /** Whether its capitals count. */
  isExact: boolean;
  /** How many characters of the name stand before it. */
  offset: number;
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
  const names = leastSpellings(index, { among: isSoughtByPiece })
    .filter(([name]) => isSoughtByPiece(name))
    .sort(([one], [other]) => one.length - other.length);
  const chosen: Anchor[] = [];
  for (const [name, spelling] of names) {
    const pieces = piecesOf(name, spelling).filter(
      ({ text, offset }) => offset <= FARTHEST && !OTHER_LETTER.test(text),
    );
    if (pieces.length === 0) return undefined;
    const known = pieces.filter((piece) => chosen.some((anchor) => isBegunBy(piece, anchor)));
    const firsts = new Set(chosen.map(({ text }) => text[0]));
    const [best] = (known.length > 0 ? known : pieces).sort(
      (one, other) => costOf(one, firsts) - costOf(other, firsts),
    );
    if (!best) continue;
    if (known.length === 0) chosen.push(best);
    if (chosen.length > MOST_ANCHORS) return undefined;
  }
  const needed = chosen.filter(
    (one) => !chosen.some((other) => one !== other && isBegunBy(one, other)),
  );
  return { pieces: patternOf(needed, hasModifiers), offsets: offsetsOf(index, needed) };
}

/** Others are found by the ideograph they begin with and what follows it. */
const isSoughtByPiece = (name: string): boolean => !IDEOGRAPH_FIRST.test(name) || name.length === 1;

/** How far before its first piece any name may begin: also one of several words that holds another. */
function offsetsOf({ aliases, spellings }: Names, anchors: readonly Anchor[]): Anchors['offsets'] {
  const offsets = new Map(
    anchors.map(({ text }): [string, Set<number>] => [text.toLowerCase(), new Set()]),
  );
  for (const [number, name] of aliases.split('\n').entries()) {
    if (!isSoughtByPiece(name)) continue;
    const piece = piecesOf(name, spellings[number]).find((one) =>
      anchors.some((anchor) => isBegunBy(one, anchor)),
    );
    if (!piece) continue;
    const written = piece.text.toLowerCase();
    const spaces = name.slice(0, piece.offset).split(' ').length - 1;
    for (const [text, known] of offsets) {
      // Which of several that begin it is found, the expression alone knows.
      if (!written.startsWith(text)) continue;
      for (let missing = 0; missing <= spaces; missing++) known.add(piece.offset - missing);
    }
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
      pieces.push({ text: word.slice(from, from + LONGEST), isExact, offset: offset + from });
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

function costOf({ text, isExact }: Anchor, firsts: ReadonlySet<string | undefined>): number {
  const frequency = [...text.slice(0, DECIDING)]
    .map((character, at) => {
      const isCapital = isExact && /[A-Z]/.test(character);
      const share = frequencyBehind(text.charAt(at - 1).toLowerCase(), character.toLowerCase());
      return (share / 100) * (isCapital ? CAPITAL : 1);
    })
    .reduce((one, other) => one * other, 1);
  const first = text.charAt(0);
  return frequency + (firsts.has(first) ? 0 : (frequencyOf(first.toLowerCase()) / 100) * STOPPING);
}

/** How common a character is behind another. */
function frequencyBehind(before: string, character: string): number {
  const pair = PAIRS[before + character];
  return pair === undefined ? frequencyOf(character) : (pair / frequencyOf(before)) * 100;
}

function frequencyOf(character: string): number {
  if (/\d/.test(character)) return DIGIT;
  return LETTERS[character] ?? (IDEOGRAPH_FIRST.test(character) ? IDEOGRAPH : SIGN);
}

/** Met nowhere. */
const NEVER = '(?!)';

/** An expression for any of some pieces; those that begin alike share their beginning. */
function patternOf(anchors: readonly Anchor[], hasModifiers: boolean): string {
  const exact = new Branch();
  const inAnyCase = new Branch();
  for (const { text, isExact } of anchors) {
    if (isExact) exact.add([...text].map(escaped));
    else inAnyCase.add([...text.toLowerCase()].map(hasModifiers ? escaped : bothCases));
  }
  const any = inAnyCase.source();
  const sources = [exact.source(), any && hasModifiers ? `(?i:${any})` : any].filter(Boolean);
  return sources.join('|') || NEVER;
}

/** Percentages by the letters they are written behind. */
function shares(list: string): Readonly<Record<string, number>> {
  return Object.fromEntries(
    list.split(' ').map((entry) => {
      const [, letters = '', share] = /^([a-z]+)(.*)$/.exec(entry) ?? [];
      return [letters, Number(share)];
    }),
  );
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
