import type { Anchors } from './alias-index.ts';
import { isSpace } from './characters.ts';

/** What may be one: {@link isPlain} of fold-text.ts leaves out as much. */
export const IDEOGRAPH = /[\u2e80-\uffff]/;

/** Finds the places of a text at which a name may begin, by the pieces that every name holds one of. */
export class AnchorSearch {
  #pieces: RegExp | undefined;
  #chinesePieces: RegExp | undefined;
  #ideographs: RegExp | undefined;

  /** @param names Those the pieces are of, one a line. */
  constructor(
    private readonly names: string,
    private readonly anchors: Anchors,
  ) {}

  /**
   * The places, in ascending order.
   *
   * @param hasNoIdeographs Whether that is known of the text.
   */
  placesIn(text: string, hasNoIdeographs = false): number[] {
    const { pieces, chinesePieces, offsets } = this.anchors;
    const places = new Set<number>();
    const addNames = (place: number, piece: string) => {
      const before = offsets[piece.toLowerCase()];
      if (before) addBefore(places, text, place, before);
      else places.add(place);
    };
    this.#pieces ??= new RegExp(pieces, 'g');
    forEach(this.#pieces, text, addNames);
    if (!hasNoIdeographs && IDEOGRAPH.test(text)) {
      this.#ideographs ??= new RegExp(ideographsOf(this.names), 'g');
      forEach(this.#ideographs, text, (place) => places.add(place));
      if (chinesePieces) {
        this.#chinesePieces ??= new RegExp(chinesePieces, 'g');
        forEach(this.#chinesePieces, text, addNames);
      }
    }
    // Most texts have a few: a typed array, which the engine sorts itself, takes longer to be made.
    return [...places].sort((one, other) => one - other);
  }
}

/** Adds what lies so many characters before a place, a run of spaces being one. */
function addBefore(
  places: Set<number>,
  text: string,
  place: number,
  offsets: readonly number[],
): void {
  let at = place;
  let offset = 0;
  for (const wanted of offsets) {
    for (; offset < wanted; offset++) {
      if (at-- === 0) return;
      while (at > 0 && isSpace(text.charCodeAt(at)) && isSpace(text.charCodeAt(at - 1))) at--;
    }
    places.add(at);
  }
}

/**
 * Finds the ideographs that names begin with, where the second of such a name follows or what is none; most pages
 * have a few. To make an expression of all of these names takes longer than everything else on such a page.
 */
function ideographsOf(names: string): string {
  const all = (pattern: RegExp) => names.match(pattern)?.join('') ?? '';
  const firsts = all(/^[\u2e80-\uffff]/gm);
  const seconds = all(/(?<=^[\u2e80-\uffff] ?)[\u3400-\u9fff]/gm);
  return `[${firsts}](?![^\\0-\\u33ff\\ua000-\\uffff${seconds}])`;
}

function forEach(pattern: RegExp, text: string, found: (place: number, piece: string) => void) {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found(match.index, match[0]);
    // Pieces may overlap: one must not hide the next.
    pattern.lastIndex = match.index + 1;
  }
}
